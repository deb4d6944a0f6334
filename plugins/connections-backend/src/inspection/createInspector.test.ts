import { mockServices } from '@backstage/backend-test-utils';
import type { Check, Finding } from '../checks/Check';
import { createInspector } from './createInspector';
import type { InspectionContext } from './InspectionContext';

describe('createInspector', () => {
  let now = new Date('2026-11-26T10:00:00Z');
  const logger = mockServices.logger.mock();
  const config = mockServices.rootConfig({ data: {} });

  /** No GitHub is configured here, so only the checks that are given run. */
  const context = {
    config,
    logger,
    now: () => now,
    github: {
      credentials: { hosts: () => [], ignoredHosts: () => [] },
      stored: { file: undefined },
    },
  } as unknown as InspectionContext;

  const finding = (values: Partial<Finding> = {}): Finding => ({
    check: 'All is well',
    status: 'pass',
    cause: 'It is.',
    remedy: '',
    ...values,
  });
  const check = (values: Partial<Check>): Check => ({
    id: 'one',
    group: 'connections',
    title: 'All is well',
    run: () => [finding()],
    ...values,
  });
  const inspectorOf = (...checks: Check[]) =>
    createInspector({ context, checks, features: [] });

  beforeEach(() => {
    now = new Date('2026-11-26T10:00:00Z');
  });

  it('has nothing before the first run', () => {
    expect(inspectorOf(check({})).overview()).toMatchObject({
      checks: [],
      running: false,
      everySeconds: 60,
    });
    expect(inspectorOf(check({})).overview().checkedAt).toBeUndefined();
  });

  it('gives results ids of the check and what it is about, in the order of the checks', async () => {
    const inspector = inspectorOf(
      check({
        id: 'late',
        run: async () => {
          await new Promise(resolve => setImmediate(resolve));
          return [finding({ subject: 'app:github.com:1', status: 'warn' })];
        },
      }),
      check({ id: 'early', run: () => [finding(), finding()] }),
    );
    const overview = await inspector.inspect();
    expect(overview.checks.map(({ id }) => id)).toEqual([
      'late:app:github.com:1',
      'early',
      'early#2',
    ]);
    expect(overview).toMatchObject({
      status: 'warn',
      checkedAt: '2026-11-26T10:00:00.000Z',
      running: false,
    });
    expect(inspector.overview()).toEqual(overview);
  });

  it('tells an error as a failure of that check alone', async () => {
    const { checks } = await inspectorOf(
      check({
        id: 'broken',
        run: () => {
          throw new Error('the disk is full');
        },
      }),
      check({ id: 'whole' }),
    ).inspect();
    expect(checks).toMatchObject([
      {
        id: 'broken',
        status: 'fail',
        cause: 'This could not be tested: the disk is full',
      },
      { id: 'whole', status: 'pass' },
    ]);
  });

  it('keeps since when a status is what it is', async () => {
    let status: Finding['status'] = 'fail';
    const inspector = inspectorOf(check({ run: () => [finding({ status })] }));
    await inspector.inspect();
    now = new Date('2026-11-26T11:00:00Z');
    await inspector.inspect();
    expect(inspector.overview().checks[0].since).toBe(
      '2026-11-26T10:00:00.000Z',
    );
    status = 'pass';
    await inspector.inspect();
    expect(inspector.overview().checks[0].since).toBe(
      '2026-11-26T11:00:00.000Z',
    );
  });

  it('lets callers share a run, and those who ask for a fresh one the next', async () => {
    let runs = 0;
    let letGo: () => void = () => {};
    const inspector = inspectorOf(
      check({
        async run() {
          runs += 1;
          await new Promise<void>(resolve => {
            letGo = resolve;
          });
          return [finding({ cause: `run ${runs}` })];
        },
      }),
    );
    const until = async (count: number) => {
      while (runs < count) await new Promise(resolve => setImmediate(resolve));
    };
    const shared = [inspector.inspect(), inspector.inspect()];
    await until(1);
    expect(inspector.overview().running).toBe(true);
    const asked = [
      inspector.inspect({ asked: true }),
      inspector.inspect({ asked: true }),
    ];
    letGo();
    const first = await Promise.all(shared);
    await until(2);
    letGo();
    const second = await Promise.all(asked);
    expect(runs).toBe(2);
    expect(first.map(({ checks }) => checks[0].cause)).toEqual([
      'run 1',
      'run 1',
    ]);
    expect(second.map(({ checks }) => checks[0].cause)).toEqual([
      'run 2',
      'run 2',
    ]);
  });

  it('runs anew for each who asks later', async () => {
    let runs = 0;
    const inspector = inspectorOf(
      check({
        run() {
          runs += 1;
          return [finding({ cause: `run ${runs}` })];
        },
      }),
    );
    const causes: string[] = [];
    for (const asked of [true, true, true]) {
      const { checks } = await inspector.inspect({ asked });
      causes.push(checks[0].cause);
    }
    expect(causes).toEqual(['run 1', 'run 2', 'run 3']);
  });

  it('runs what has an effect only for a person, and keeps what it found for an hour', async () => {
    let ran = 0;
    const inspector = inspectorOf(
      check({ id: 'plain' }),
      check({
        id: 'effect',
        onDemandOnly: true,
        run: () => {
          ran += 1;
          return [finding()];
        },
      }),
    );
    const ids = () => inspector.overview().checks.map(({ id }) => id);
    await inspector.inspect();
    await inspector.inspect({ asked: true });
    expect([ran, ids()]).toEqual([0, ['plain']]);
    await inspector.inspect({ onDemand: true });
    expect([ran, ids()]).toEqual([1, ['plain', 'effect']]);
    now = new Date('2026-11-26T10:59:59Z');
    await inspector.inspect();
    expect([ran, ids()]).toEqual([1, ['plain', 'effect']]);
    now = new Date('2026-11-26T11:00:00Z');
    await inspector.inspect();
    expect([ran, ids()]).toEqual([1, ['plain']]);
  });

  it('runs only what is asked for, and leaves the rest as it was', async () => {
    const counts = { one: 0, two: 0 };
    const counting = (id: 'one' | 'two') =>
      check({
        id,
        run: () => {
          counts[id] += 1;
          return [finding({ cause: `run ${counts[id]}` })];
        },
      });
    const inspector = inspectorOf(counting('one'), counting('two'));
    await inspector.inspect();
    const { checks } = await inspector.inspect({ only: ['two'] });
    expect(checks.map(({ id, cause }) => [id, cause])).toEqual([
      ['one', 'run 1'],
      ['two', 'run 2'],
    ]);
  });

  it('does not take a run of some checks for the one that is due', async () => {
    const counts = { one: 0, two: 0 };
    let letGo: () => void = () => {};
    const held = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const inspector = inspectorOf(
      check({
        id: 'one',
        run: () => [finding({ cause: `run ${++counts.one}` })],
      }),
      check({
        id: 'two',
        async run() {
          counts.two += 1;
          await held;
          return [finding()];
        },
      }),
    );
    const some = inspector.inspect({ only: ['two'] });
    while (counts.two === 0) await new Promise(setImmediate);
    const due = [inspector.inspect(), inspector.inspect()];
    letGo();
    await some;
    const overviews = await Promise.all(due);
    expect(counts).toEqual({ one: 1, two: 2 });
    expect(overviews.map(({ checks }) => checks.length)).toEqual([2, 2]);
  });

  it('tells listeners, until they stop', async () => {
    const inspector = inspectorOf(check({}));
    const heard: string[] = [];
    const stop = inspector.onResults(({ status }) => heard.push(status));
    await inspector.inspect();
    stop();
    await inspector.inspect();
    expect(heard).toEqual(['pass']);
  });
});
