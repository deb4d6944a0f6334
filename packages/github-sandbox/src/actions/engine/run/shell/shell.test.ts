import {
  conclusions,
  oneJob,
  plainLog,
  runSteps,
  runWorkflow,
} from '../../__testUtils__/runWorkflow';

describe('run steps', () => {
  it.each([
    ['an unknown program', 'npm ci', '', 127, 'npm: command not found'],
    ['a failing line', 'false\necho never', '', 1, 'code 1'],
    ['a failing pipe under bash', 'false | true', 'bash', 1, 'code 1'],
    [
      'bash with options',
      'bash -euo pipefail -c "false | true; echo never"',
      '',
      1,
      'code 1',
    ],
    ['no such shell', 'print(1)', 'python', 127, 'python: command not found'],
    [
      'a loop without end',
      'while true; do :; done',
      '',
      126,
      'too many iterations',
    ],
    [
      'no network',
      'curl https://example.com',
      '',
      127,
      'curl: command not found',
    ],
    ['no host files', 'cat /etc/hostname', '', 1, 'No such file'],
  ])('fails for %s', async (_case, script, shell, code, text) => {
    const { run, job } = await runSteps(
      `- name: Script\n  run: |\n    ${script.replace(/\n/g, '\n    ')}${
        shell && `\n  shell: ${shell}`
      }`,
    );
    expect(run).toBe('failure');
    expect(plainLog(job, 'Script')).toContain(
      `##[error]Process completed with exit code ${code}.`,
    );
    expect(plainLog(job, 'Script')).toContain(text);
    expect(plainLog(job, 'Script').split('##[endgroup]')[1]).not.toContain(
      'never',
    );
  });

  it('lets a pipe fail where no shell is named', async () => {
    const { run } = await runSteps('- run: false | true');
    expect(run).toBe('success');
  });

  it('knows the default variables and contexts', async () => {
    const { run, job } = await runSteps(
      [
        '- name: Look',
        '  run: |',
        '    echo "$GITHUB_REPOSITORY $GITHUB_REF_NAME $GITHUB_RUN_ID $GITHUB_JOB $RUNNER_OS $CI"',
        '    echo "${{ github.actor }} ${{ runner.os }} ${{ job.status }} ${{ vars.REGION }} ${{ matrix.v }} ${{ strategy.job-total }}"',
        '    jq -r .head_commit.message "$GITHUB_EVENT_PATH"',
        '    date -u +%F',
      ].join('\n'),
      { vars: { REGION: 'eu' }, settings: 'env: {A: b}' },
    );
    expect(run).toBe('success');
    expect(plainLog(job, 'Look')).toContain(
      'acme/shop main 4 job Linux true\nada Linux success eu  1\nInitial commit\n2026-11-26\n',
    );
  });

  it('fails on an expression that cannot be evaluated', async () => {
    const { run, job } = await runSteps(
      '- name: Bad\n  run: echo ${{ fromJSON(github.ref) }}\n- name: Worse\n  if: always() && fromJSON(github.ref)\n  run: echo',
    );
    expect(run).toBe('failure');
    expect(conclusions(job)).toMatchObject({
      Bad: 'failure',
      Worse: 'failure',
    });
  });

  it('obeys defaults and working directories', async () => {
    const { job } = await runSteps(
      '- run: mkdir -p app/sub\n  working-directory: .\n  shell: sh\n- name: In\n  run: pwd\n- name: Sub\n  run: pwd\n  working-directory: app/sub\n- name: No\n  run: pwd\n  working-directory: nowhere',
      { settings: 'defaults: {run: {working-directory: app, shell: bash}}' },
    );
    expect(plainLog(job, 'In')).toContain(
      '\n/home/runner/work/shop/shop/app\n',
    );
    expect(plainLog(job, 'In')).toContain(
      'shell: /usr/bin/bash --noprofile --norc -eo pipefail {0}',
    );
    expect(plainLog(job, 'Sub')).toContain('/shop/app/sub\n');
    expect(plainLog(job, 'No')).toContain(
      "##[error]An error occurred trying to start process '/usr/bin/bash' with working directory '/home/runner/work/shop/shop/nowhere'. No such file or directory",
    );
  });

  it('runs declared programs, by the longest beginning', async () => {
    const { job } = await runSteps(
      '- name: Ci\n  run: npm ci\n- name: Test\n  run: npm test -- --ci\n- name: Other\n  run: npx x\n  if: always()',
      {
        job: {
          declared: {
            commands: {
              npm: { exitCode: 0, output: 'added 3 packages\n' },
              'npm test': { exitCode: 2, output: '1 failed\n' },
              'npx y': { exitCode: 0 },
            },
          },
        },
      },
    );
    expect(conclusions(job)).toMatchObject({
      Ci: 'success',
      Test: 'failure',
      Other: 'failure',
    });
    expect(plainLog(job, 'Ci')).toContain('\nadded 3 packages\n');
    expect(plainLog(job, 'Test')).toContain(
      '\n1 failed\n##[error]Process completed with exit code 2.\n',
    );
    expect(plainLog(job, 'Other')).toContain('npx: command not found');
  });

  it('does not know the shell of Windows', async () => {
    const { jobs } = await runWorkflow({
      workflow: oneJob('- name: Dir\n  run: dir').replace(
        'ubuntu-latest',
        'windows-latest',
      ),
    });
    expect(plainLog(jobs.job, 'Dir')).toContain('pwsh: command not found');
  });
});
