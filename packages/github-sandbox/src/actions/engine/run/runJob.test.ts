import { conclusions, plainLog, runSteps } from '../__testUtils__/runWorkflow';
import { jobLog } from './jobLog';

describe('runJob', () => {
  it('runs steps in order and writes GitHub\u2019s log', async () => {
    const { run, job } = await runSteps(
      '- run: |\n    echo one\n    echo two >&2\n    echo three\n- name: Named\n  run: pwd',
    );
    expect(run).toBe('success');
    expect(conclusions(job)).toEqual({
      'Set up job': 'success',
      'Run echo one': 'success',
      Named: 'success',
      'Complete job': 'success',
    });
    expect(job.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(plainLog(job, 'Run echo one')).toBe(
      [
        '##[group]Run echo one',
        'echo one',
        'echo two >&2',
        'echo three',
        'shell: /usr/bin/bash -e {0}',
        '##[endgroup]',
        'one',
        'two',
        'three',
        '',
      ].join('\n'),
    );
    expect(plainLog(job, 'Named')).toContain('/home/runner/work/shop/shop\n');
    expect(job.steps[1].log.split('\n')[0]).toBe(
      '2026-11-26T04:58:40.1230000Z ##[group]Run echo one',
    );
  });

  it('turns red when a script fails, and skips what follows', async () => {
    const { run, job } = await runSteps(
      '- run: exit 3\n- run: echo never\n- run: echo always\n  if: always()\n- run: echo failure\n  if: failure()',
    );
    expect(run).toBe('failure');
    expect(conclusions(job)).toMatchObject({
      'Run exit 3': 'failure',
      'Run echo never': 'skipped',
      'Run echo always': 'success',
      'Run echo failure': 'success',
    });
    expect(plainLog(job, 'Run exit 3')).toContain(
      '##[error]Process completed with exit code 3.\n',
    );
    expect(job.annotations).toMatchObject([
      {
        level: 'failure',
        message: 'Process completed with exit code 3.',
        path: '.github',
      },
    ]);
  });

  it('goes on after a step with continue-on-error', async () => {
    const { run, job } = await runSteps(
      '- id: a\n  run: exit 1\n  continue-on-error: true\n- name: After\n  run: echo ${{ steps.a.outcome }} ${{ steps.a.conclusion }}',
    );
    expect(run).toBe('success');
    expect(conclusions(job)).toMatchObject({ 'Run exit 1': 'success' });
    expect(plainLog(job, 'After')).toContain('\nfailure success\n');
  });

  it('tells of each step, so that time can pass', async () => {
    let seconds = 0;
    const seen: string[] = [];
    const { job } = await runSteps(
      '- run: npm test\n- run: echo no\n  if: failure() && false',
      {
        job: {
          clock: { now: () => new Date(seconds * 1000) },
          onStep: ({ name, status, conclusion, plausibleSeconds }) => {
            seen.push([name, status, conclusion].filter(Boolean).join(' '));
            seconds += status === 'completed' ? plausibleSeconds : 0;
          },
        },
      },
    );
    expect(seen).toEqual([
      'Set up job in_progress',
      'Set up job completed success',
      'Run npm test in_progress',
      'Run npm test completed failure',
      'Run echo no completed skipped',
      'Complete job in_progress',
      'Complete job completed success',
    ]);
    const [, test] = job.steps;
    expect(test.completedAt.getTime() - test.startedAt.getTime()).toBe(35_000);
  });

  it('fails a job whose environment cannot be evaluated', async () => {
    const { run, job } = await runSteps('- run: echo', {
      settings: 'env: {A: "${{ fromJSON(github.ref) }}"}',
    });
    expect(run).toBe('failure');
    expect(conclusions(job)).toEqual({
      'Set up job': 'failure',
      'Complete job': 'success',
    });
  });

  it.each([
    [
      'its output file is a folder',
      'run: rm $GITHUB_OUTPUT && mkdir $GITHUB_OUTPUT',
    ],
    ['files cannot be read', 'uses: actions/checkout@v4'],
  ])('fails a step when %s', async (_case, step) => {
    const { run, job } = await runSteps(
      `- name: Bad\n  ${step}\n- run: echo on\n  if: always()`,
      {
        job: {
          files: async () => {
            throw new Error('The store is away');
          },
        },
      },
    );
    expect(run).toBe('failure');
    expect(conclusions(job)).toMatchObject({
      Bad: 'failure',
      'Run echo on': 'success',
    });
    expect(plainLog(job, 'Bad')).toContain('##[error]');
  });

  it('says what the token may do, and what it leaves out', async () => {
    const { job } = await runSteps('- run: echo', {
      settings:
        'permissions: {contents: read, packages: write}\ncontainer: node:20',
    });
    expect(plainLog(job, 'Set up job')).toContain(
      '##[group]GITHUB_TOKEN Permissions\ncontents: read\npackages: write\n##[endgroup]',
    );
    expect(plainLog(job, 'Set up job')).toContain(
      '##[warning]This sandbox runs no containers: `container` is left out.',
    );
    expect(jobLog(job)).toBe(job.steps.map(({ log }) => log).join(''));
  });

  it('evaluates the URL of an environment at the end', async () => {
    const { job } = await runSteps(
      '- id: d\n  run: echo url=https://example.com/7 >> $GITHUB_OUTPUT',
      {
        settings:
          'environment: {name: production, url: "${{ steps.d.outputs.url }}"}',
      },
    );
    expect(job.environmentUrl).toBe('https://example.com/7');
  });
});
