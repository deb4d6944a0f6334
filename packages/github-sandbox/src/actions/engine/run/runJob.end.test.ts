import { conclusions, plainLog, runSteps } from '../__testUtils__/runWorkflow';

describe('runJob that is ended', () => {
  it('ends a step that sleeps too long, and a job', async () => {
    const step = await runSteps(
      '- name: Slow\n  run: |\n    sleep 90\n    echo late > /tmp/late\n  timeout-minutes: 1\n- name: Quick\n  run: sleep 30; ls /tmp\n  if: always()\n  timeout-minutes: 1',
    );
    expect(conclusions(step.job)).toMatchObject({
      Slow: 'failure',
      Quick: 'success',
    });
    expect(plainLog(step.job, 'Slow')).toContain(
      "##[error]The action 'Slow' has timed out after 1 minutes.",
    );
    expect(plainLog(step.job, 'Quick').split('##[endgroup]')[1]).not.toContain(
      'late',
    );
    const job = await runSteps('- run: sleep 90', {
      settings: 'timeout-minutes: 1',
    });
    expect(job.run).toBe('cancelled');
  });

  it('cancels, but runs what always runs', async () => {
    const controller = new AbortController();
    const { run, job } = await runSteps(
      '- name: Long\n  run: |\n    while true; do sleep 1; done\n- run: echo next\n- run: echo always\n  if: always()\n- run: echo cancelled\n  if: cancelled()',
      {
        job: {
          signal: controller.signal,
          sleep: async () => controller.abort(),
        },
      },
    );
    expect(run).toBe('cancelled');
    expect(conclusions(job)).toMatchObject({
      Long: 'cancelled',
      'Run echo next': 'skipped',
      'Run echo always': 'success',
      'Run echo cancelled': 'success',
    });
    expect(plainLog(job, 'Long')).toContain(
      '##[error]The operation was canceled.',
    );
    expect(plainLog(job, 'Run echo always')).toContain('\nalways\n');
  });
});
