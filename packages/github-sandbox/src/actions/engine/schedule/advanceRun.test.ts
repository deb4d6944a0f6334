import {
  contexts,
  finish,
  job,
  keys,
  plan,
  record,
  workflow,
} from '../__testUtils__/schedule';
import { advanceRun } from './advanceRun';
import { needsOf } from './needsOf';

describe('advanceRun', () => {
  it('starts a job when those that it needs are completed', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('a'),
        job('b', 'needs: a'),
        job('c', 'needs: [a, b]'),
      ),
    });
    const first = advanceRun({ plan: planned, contexts, jobs: [] });
    expect(keys(first.start)).toEqual(['a']);
    expect(first.conclusion).toBeUndefined();
    const [a] = first.start;
    expect(
      advanceRun({ plan: planned, contexts, jobs: [record(a, 'in_progress')] })
        .start,
    ).toEqual([]);
    const done = [
      record(a, 'completed', { conclusion: 'success', outputs: { x: '1' } }),
    ];
    const second = advanceRun({ plan: planned, contexts, jobs: done });
    expect(keys(second.start)).toEqual(['b']);
    expect(
      needsOf({ plan: planned, job: second.start[0], jobs: done, contexts }),
    ).toEqual({ a: { result: 'success', outputs: { x: '1' } } });
    expect(finish(planned)).toEqual({
      conclusion: 'success',
      jobs: { a: 'success', b: 'success', c: 'success' },
    });
  });

  it('skips what a failure leaves without ground, and runs what asks for it', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('a'),
        job('b', 'needs: a'),
        job('c', 'needs: b'),
        job('report', 'needs: b', 'if: failure()'),
        job('clean', 'needs: c', 'if: always()'),
        job('after', 'needs: clean'),
        job('never', 'if: github.ref == 0'),
      ),
    });
    expect(finish(planned, { a: 'failure' })).toEqual({
      conclusion: 'failure',
      jobs: {
        a: 'failure',
        b: 'skipped',
        c: 'skipped',
        report: 'success',
        clean: 'success',
        after: 'skipped',
        never: 'skipped',
      },
    });
    expect(finish(planned).conclusion).toBe('success');
  });

  it('has the conclusion skipped if every job is skipped', async () => {
    const planned = await plan({
      'a.yml': workflow(job('a', 'if: false')),
    });
    expect(finish(planned).conclusion).toBe('skipped');
  });

  it('forgives a job with continue-on-error', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('a', 'continue-on-error: true'),
        job('b', 'needs: a'),
      ),
    });
    expect(finish(planned, { a: 'failure' })).toEqual({
      conclusion: 'success',
      jobs: { a: 'failure', b: 'success' },
    });
  });

  it('starts only what wants to run once the run is cancelled', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('a'),
        job('b', 'needs: a'),
        job('c', 'needs: a', 'if: always()'),
        job('d', 'needs: a', 'if: cancelled()'),
      ),
    });
    const [a] = advanceRun({ plan: planned, contexts, jobs: [] }).start;
    const progress = advanceRun({
      plan: planned,
      contexts,
      cancelled: true,
      jobs: [record(a, 'completed', { conclusion: 'cancelled' })],
    });
    expect([keys(progress.start), keys(progress.skipped)]).toEqual([
      ['c', 'd'],
      ['b'],
    ]);
  });

  it('names labels that no runner has', async () => {
    const planned = await plan({
      'a.yml':
        'on: push\njobs:\n  a:\n    runs-on: [self-hosted, gpu]\n    steps: [{run: echo}]\n',
    });
    const labels = (runnerLabels?: string[]) =>
      advanceRun({ plan: planned, contexts, jobs: [], runnerLabels }).start[0]
        .unknownLabels;
    expect(labels()).toEqual(['self-hosted', 'gpu']);
    expect(labels(['self-hosted', 'GPU'])).toEqual([]);
  });

  it('hands permissions down to the jobs that give none', async () => {
    const planned = await plan({
      'a.yml': `on: push\npermissions: read-all\njobs:\n${job('a')}${job(
        'b',
        'permissions: {issues: write}',
      )}${job('c', 'permissions: {}')}`,
    });
    expect(
      advanceRun({ plan: planned, contexts, jobs: [] }).start.map(
        ({ permissions }) => permissions,
      ),
    ).toEqual(['read-all', { issues: 'write' }, {}]);
  });
});
