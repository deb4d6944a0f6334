import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { currentRun } from '../broker/currentRun';
import { testSpec } from './createTestBroker';
import { aborted, testBrokers } from './testBrokers';

/** What holds of several processes on one database, of any kind: who has a run, and who has not. */
// eslint-disable-next-line jest/no-export -- it runs on each kind of database, in a file of its own
export function claimBehaviour(open: () => Promise<Knex>) {
  const { broker, claim, statusOf, rowOf, eventsOf, takeAway } =
    testBrokers(open);

  it('gives each run to one of several processes that claim at the same time', async () => {
    const [a, b, c] = [broker(), broker(), broker()];
    const ids = new Set<string>();
    for (let i = 0; i < 9; i++) {
      ids.add((await a.dispatch({ spec: testSpec() })).taskId);
    }
    const claimed = await Promise.all(
      [a, b, c, a, b, c, a, b, c].map(each => claim(each)),
    );
    expect(new Set(claimed.map(each => each.taskId))).toEqual(ids);
  });

  it('finds what another process has dispatched', async () => {
    const waiting = claim(broker());
    const { taskId } = await broker().dispatch({ spec: testSpec() });
    expect((await waiting).taskId).toBe(taskId);
  });

  it('writes nothing for a run that was taken over, and says so', async () => {
    // So slow that it does not notice by itself.
    const slow = broker({ settings: { heartMs: 1e6 } });
    const { taskId } = await slow.dispatch({ spec: testSpec() });
    const old = await claim(slow);
    await old.emitLog('mine');
    await takeAway();
    const taker = await claim(broker());
    expect(taker.taskId).toBe(taskId);
    const before = await eventsOf(taskId);

    await old.emitLog('not mine');
    await expect(
      old.updateCheckpoint!({ key: 'k', status: 'success', value: 'old' }),
    ).rejects.toThrow("is not this process's any more");
    await expect(
      old.updateStepState!({ stepId: 'one', status: 'completed', output: {} }),
    ).rejects.toThrow(/ConflictError|any more/);
    await old.complete('completed', { output: {} });
    expect(old.cancelSignal.aborted).toBe(true);
    expect(old.done).toBe(true);
    expect(await eventsOf(taskId)).toEqual(before);
    expect(await statusOf(taskId)).toBe('processing');
    expect((await rowOf(taskId)).state).toBeNull();

    await taker.updateStepState!({
      ...{ stepId: 'one', status: 'completed', output: {} },
    });
    await taker.complete('completed', { output: {} });
    expect(await statusOf(taskId)).toBe('completed');
  });

  it('notices by its heartbeat that the run was taken over', async () => {
    const first = broker();
    const { taskId } = await first.dispatch({ spec: testSpec() });
    const old = await claim(first);
    await takeAway();
    await aborted(old.cancelSignal);
    expect(String(old.cancelSignal.reason)).toContain(taskId);
    expect(await statusOf(taskId)).toBe('open');
  });

  it('goes on with the state and secrets that the dead process had', async () => {
    const first = broker({ settings: { heartMs: 1e6 } });
    await first.dispatch({
      spec: testSpec({ key: 'a secret parameter' }),
      secrets: { PASSWORD: 'a secret' },
    });
    const old = await claim(first);
    await old.updateStepState!({
      ...{ stepId: 'one', status: 'completed', output: { a: 1 } },
    });
    await takeAway();
    const next = broker();
    const taker = await claim(next);
    expect(taker.spec.parameters).toEqual({ key: 'a secret parameter' });
    expect(taker.secrets).toMatchObject({ PASSWORD: 'a secret' });
    expect(await taker.getTaskState!()).toEqual({
      state: { steps: { one: { status: 'completed', output: { a: 1 } } } },
    });
    expect(await next.describe({ taskId: taker.taskId })).toMatchObject({
      attempts: 2,
      recoveredAt: expect.stringMatching(/Z$/),
      maskedParameters: ['key'],
    });
  });

  it('has a run that ends its process again and again fail, unless it gets on', async () => {
    const fragile = broker({ settings: { heartMs: 1e6 } });
    const { taskId } = await fragile.dispatch({ spec: testSpec() });
    for (let time = 0; time < 5; time++) {
      await claim(fragile);
      await takeAway();
      expect(await statusOf(taskId)).toBe('open');
    }
    const context = await claim(fragile);
    await context.emitLog('Beginning', { stepId: 'one', status: 'processing' });
    await takeAway();
    expect(await statusOf(taskId)).toBe('failed');
    expect(await fragile.describe({ taskId })).toMatchObject({
      failedStep: 'one',
      cause: { title: expect.stringContaining('ended 5 times') },
    });
  });

  it('gives a run back when the process stops, and lets a step finish', async () => {
    const first = broker();
    const { taskId } = await first.dispatch({ spec: testSpec() });
    const old = await claim(first);
    const stopping = first.stop({ graceMs: 60_000 });
    expect(old.cancelSignal.aborted).toBe(false);
    await old.updateStepState!({
      ...{ stepId: 'one', status: 'completed', output: {} },
    });
    await aborted(old.cancelSignal);
    // What stock's runner says and does then.
    await old.emitLog('Error: cancelled\n    at x', {
      ...{ stepId: 'two', status: 'failed' },
    });
    await old.complete('failed', { error: { name: 'Error', message: 'x' } });
    await stopping;
    expect(await statusOf(taskId)).toBe('open');
    expect(
      (await eventsOf(taskId)).map(({ event_type: type }) => type),
    ).toEqual(['log']);
    const taker = await claim(broker());
    expect(await taker.getTaskState!()).toMatchObject({
      state: { steps: { one: { status: 'completed' } } },
    });
  });

  it('gives a run back when its step does not finish in time', async () => {
    const first = broker();
    const { taskId } = await first.dispatch({ spec: testSpec() });
    const old = await claim(first);
    await first.stop({ graceMs: 10 });
    expect(old.cancelSignal.aborted).toBe(true);
    expect(await statusOf(taskId)).toBe('open');
    await old.complete('completed', { output: {} });
    expect(await statusOf(taskId)).toBe('open');
  });

  it('keeps every one of several parts that are done at the same time', async () => {
    const first = broker({ settings: { heartMs: 1e6 } });
    await first.dispatch({ spec: testSpec() });
    const context = await claim(first);
    const keys = Array.from({ length: 20 }, (_, i) => `part-${i}`);
    await Promise.all(
      keys.map(key =>
        context.updateCheckpoint!({ key, status: 'success', value: key }),
      ),
    );
    await takeAway();
    const { state } = (await (await claim(broker())).getTaskState!())!;
    expect(Object.keys(state!.checkpoints!).sort()).toEqual(keys.sort());
  });

  it('fences calls of actions', async () => {
    const slow = broker({ settings: { heartMs: 1e6 } });
    await slow.dispatch({ spec: testSpec() });
    const old = await claim(slow);
    const inRun = async () => {
      await old.getWorkspaceName();
      await wait(0);
      return currentRun()!;
    };
    const run = await inRun();
    await run.assertMine();
    await takeAway();
    await expect(run.assertMine()).rejects.toThrow('any more');
  });
}
