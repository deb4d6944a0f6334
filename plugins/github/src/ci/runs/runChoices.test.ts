import { detailFixture, jobFixture } from '../../../dev/buildsFixture';
import { runChoices } from './runChoices';

const ids = (options: Parameters<typeof runChoices>[0]) =>
  runChoices(options).map(({ id }) => id);

describe('runChoices', () => {
  const red = jobFixture({ id: 1, name: 'test', conclusion: 'failure' });
  const green = jobFixture({ id: 2, name: 'lint' });

  it('runs again what failed, one job, or all', () => {
    const detail = detailFixture({ jobs: [red, green] });
    expect(ids({ detail, job: red })).toEqual(['failed', 'job', 'all']);
    expect(runChoices({ detail, job: red })[0].words).toBe(
      'test and what depends on them run again.',
    );
  });

  it('offers no more than there is a difference', () => {
    expect(
      ids({ detail: detailFixture({ jobs: [green] }), job: green }),
    ).toEqual(['all']);
    expect(ids({ detail: detailFixture({ jobs: [red] }), job: red })).toEqual([
      'all',
    ]);
  });

  it('cancels what is under way, by force after a while', () => {
    const detail = detailFixture({
      run: { status: 'in_progress', conclusion: null },
    });
    const after = (ms: number) =>
      new Date(new Date(detail.run.startedAt).getTime() + ms);
    expect(ids({ detail, now: after(10_000) })).toEqual(['cancel']);
    expect(ids({ detail, now: after(600_000) })).toEqual(['cancel', 'force']);
  });

  it('leaves older attempts as they are', () => {
    expect(ids({ detail: detailFixture({ attempts: 2 }) })).toEqual([]);
  });
});
