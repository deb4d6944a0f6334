import {
  conclusions,
  plainLog,
  runSteps,
} from '../../__testUtils__/runWorkflow';

describe('uses', () => {
  it('has files only after checkout', async () => {
    const { job } = await runSteps(
      '- name: Before\n  run: ls\n- uses: actions/checkout@v4\n- name: After\n  run: cat src/a.txt && ./run.sh',
      {
        files: {
          'src/a.txt': 'content of a\n',
          'run.sh': '#!/bin/bash\necho ran\n',
        },
      },
    );
    expect(plainLog(job, 'Before').trim().endsWith('##[endgroup]')).toBe(true);
    expect(plainLog(job, 'After')).toContain('\ncontent of a\nran\n');
    expect(job.steps.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Set up job'],
      [2, 'Before'],
      [3, 'Run actions/checkout@v4'],
      [4, 'After'],
      [8, 'Post Run actions/checkout@v4'],
      [9, 'Complete job'],
    ]);
  });

  it.each([
    [
      'actions/checkout@v4\n  with: {ref: gone}',
      "A branch or tag with the name 'gone' could not be found",
    ],
    ['actions/checkout@v4\n  with: {repository: o/r}', 'Not Found'],
    ['actions/checkout@v4\n  with: {path: ../x}', "is not under '/home"],
    ['x/y@v1', 'Unable to resolve action `x/y@v1`, repository not found'],
    [
      './here',
      "Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '/home/runner/work/shop/shop/here'. Did you forget to run actions/checkout before running your local action?",
    ],
    ['docker://alpine:3', 'docker: command not found'],
    [
      'actions/upload-artifact@v3',
      'deprecated version of `actions/upload-artifact: v3`',
    ],
    [
      'actions/download-artifact@v4\n  with: {name: no}',
      'Artifact not found for name: no',
    ],
    ['nonsense', "Expected format {org}/{repo}[/path]@ref. Actual 'nonsense'"],
  ])('fails %s', async (uses, message) => {
    const { run, job } = await runSteps(`- name: Use\n  uses: ${uses}`, {
      job: {
        files: async ({ ref, repository }) =>
          ref === 'gone' || repository ? undefined : new Map(),
      },
    });
    expect(run).toBe('failure');
    expect(plainLog(job, 'Use')).toContain('##[error]');
    expect(plainLog(job, 'Use')).toContain(message);
  });

  it('does what is declared of an action', async () => {
    const { run, job } = await runSteps(
      [
        '- id: push',
        '  name: Push',
        '  uses: docker/build-push-action@v6',
        '- name: Digest',
        '  run: echo ${{ steps.push.outputs.digest }}',
        '- name: Scan',
        '  uses: acme/scan@v2',
      ].join('\n'),
      {
        job: {
          declared: {
            actions: {
              'docker/build-push-action': {
                exitCode: 0,
                output: 'pushed\n::notice::Pushed',
                outputs: { digest: 'sha256:1' },
              },
              'acme/scan': { exitCode: 0 },
              'acme/scan@v2': { exitCode: 1, output: 'found a hole' },
            },
          },
        },
      },
    );
    expect(run).toBe('failure');
    expect(plainLog(job, 'Push')).toContain('\npushed\n##[notice]Pushed\n');
    expect(plainLog(job, 'Digest')).toContain('\nsha256:1\n');
    expect(plainLog(job, 'Scan')).toContain('\nfound a hole\n##[error]');
    expect(conclusions(job)).toMatchObject({
      Push: 'success',
      Scan: 'failure',
    });
  });

  it('sets tools up without bringing them', async () => {
    const { job } = await runSteps(
      '- id: node\n  uses: actions/setup-node@v4\n  with: {node-version: 20}\n- name: Version\n  run: echo ${{ steps.node.outputs.node-version }}\n- name: Node\n  run: node --version',
    );
    expect(plainLog(job, 'Version')).toContain('\n20\n');
    expect(plainLog(job, 'Node')).toContain('node: command not found');
  });
});
