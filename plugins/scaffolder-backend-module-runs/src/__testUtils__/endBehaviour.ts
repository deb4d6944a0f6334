import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { testSpec } from './createTestBroker';
import { aborted, testBrokers } from './testBrokers';

/** What holds of how runs end, and of what is kept of them, on a database of any kind. */
// eslint-disable-next-line jest/no-export -- it runs on each kind of database, in a file of its own
export function endBehaviour(open: () => Promise<Knex>) {
  const { broker, claim, statusOf, rowOf, eventsOf, insert } =
    testBrokers(open);

  it('has a run whose key is lost fail, with that cause', async () => {
    const { taskId } = await broker({ key: 'one key' }).dispatch({
      ...{ spec: testSpec(), secrets: { PASSWORD: 'a secret' } },
    });
    const other = broker({ key: 'another key' });
    const { taskId: healthy } = await other.dispatch({ spec: testSpec() });
    expect((await claim(other)).taskId).toBe(healthy);
    expect(await rowOf(taskId)).toMatchObject({
      ...{ status: 'failed', secrets: null },
    });
    expect(await other.describe({ taskId })).toMatchObject({
      cause: { code: 'cannot-open' },
    });
  });

  it('ends a run with its process where runs are not taken up again', async () => {
    const only = broker({ settings: { recovers: false } });
    const { taskId } = await only.dispatch({
      ...{ spec: testSpec(), secrets: { PASSWORD: 'a secret' } },
    });
    const context = await claim(only);
    // They are this process's alone.
    expect((await rowOf(taskId)).secrets).toBeNull();
    expect(context.secrets).toEqual({ PASSWORD: 'a secret' });
    await only.stop({ graceMs: 0 });
    expect(await statusOf(taskId)).toBe('failed');
    const [end] = (await eventsOf(taskId)).slice(-1);
    expect(end.body).toContain('The portal was stopped');
  });

  it('cancels a run that waits at once, and one in progress wherever it is', async () => {
    const [a, b] = [broker(), broker()];
    const queued = await a.dispatch({
      ...{ spec: testSpec(), secrets: { PASSWORD: 'a secret' } },
    });
    await b.cancel(queued.taskId);
    expect(await rowOf(queued.taskId)).toMatchObject({
      ...{ status: 'cancelled', secrets: null },
    });
    const running = await a.dispatch({ spec: testSpec() });
    const context = await claim(a);
    expect(context.taskId).toBe(running.taskId);
    await b.cancel(running.taskId);
    await aborted(context.cancelSignal);
    await context.complete('failed', { error: { name: 'E', message: 'x' } });
    expect(await statusOf(running.taskId)).toBe('cancelled');
    await b.cancel(running.taskId);
    const events = await eventsOf(running.taskId);
    expect(events.map(({ event_type: type }) => type)).toEqual([
      ...['cancelled', 'completion'],
    ]);
  });

  it('drops the secrets with the end, asks for them at a retry, and keeps what was done', async () => {
    const only = broker();
    const { taskId } = await only.dispatch({
      spec: testSpec({ key: 'a secret parameter', name: 'x' }),
      secrets: { PASSWORD: 'a secret' },
    });
    const failing = await claim(only);
    await failing.updateStepState!({
      ...{ stepId: 'one', status: 'completed', output: { a: 1 } },
    });
    await failing.complete('failed', { error: { name: 'E', message: 'x' } });
    expect((await rowOf(taskId)).secrets).toBeNull();
    expect(await only.describe({ taskId })).toMatchObject({
      needs: [{ name: 'parameters.key', kind: 'parameter' }],
    });
    await expect(only.retry({ taskId, secrets: {} })).rejects.toThrow(
      /InputError.*parameters\.key|"parameters\.key"/,
    );
    expect(await statusOf(taskId)).toBe('failed');
    await only.retry({ taskId, secrets: { 'parameters.key': 'anew' } });
    const again = await claim(only);
    expect(again.spec.parameters).toEqual({ name: 'x', key: 'anew' });
    expect(await again.getTaskState!()).toMatchObject({
      state: { steps: { one: { output: { a: 1 } } } },
    });
    await expect(only.retry({ taskId })).rejects.toThrow('cannot be retried');
    await again.complete('completed', {});
    expect((await rowOf(taskId)).secrets).toBeNull();
  });

  it('drops what an ended run kept for its retry, after a time', async () => {
    const only = broker({ settings: { keepFailedMs: 0 } });
    const { taskId } = await only.dispatch({ spec: testSpec() });
    const { taskId: going } = await only.dispatch({ spec: testSpec() });
    const first = await claim(only);
    const second = await claim(only);
    for (const each of [first, second]) {
      await each.updateStepState!({
        ...{ stepId: 'one', status: 'completed', output: {} },
      });
    }
    const failing = first.taskId === taskId ? first : second;
    await failing.complete('failed', { error: { name: 'E', message: 'x' } });
    expect((await rowOf(taskId)).state).toContain('sealed');
    expect(await only.dropOldRuns()).toBe(1);
    expect(await only.dropOldRuns()).toBe(0);
    expect((await rowOf(taskId)).state).toBeNull();
    expect((await rowOf(going)).state).toContain('sealed');
    await expect(only.retry({ taskId })).rejects.toThrow(
      'callboard.templates.keepFailed',
    );
  });

  it('ends runs that nobody speaks of, as stock does', async () => {
    const dead = broker({ settings: { heartMs: 1e6 } });
    const { taskId } = await dead.dispatch({ spec: testSpec() });
    const context = await claim(dead);
    await context.emitLog('Beginning', { stepId: 'one', status: 'processing' });
    await broker({ settings: { taskTimeoutMs: 0 } }).closeStaleRuns();
    expect(await rowOf(taskId)).toMatchObject({
      ...{ status: 'failed', secrets: null },
    });
    const message = 'This task was marked as stale as it exceeded its timeout';
    const bodies = (await eventsOf(taskId)).map(({ body }) => JSON.parse(body));
    expect(bodies.slice(1)).toMatchObject([
      { message, stepId: 'one', status: 'failed' },
      { message },
    ]);
  });

  it('takes over what stock has stored, and encrypts it', async () => {
    const state = { steps: { one: { status: 'completed', output: {} } } };
    const rows = ['open', 'failed'].map(status => ({
      id: randomUUID(),
      spec: JSON.stringify(testSpec()),
      status,
      secrets: status === 'open' ? '{"PASSWORD":"a clear secret"}' : null,
      state: JSON.stringify({ state }),
    }));
    await insert(rows);
    const only = broker();
    await only.start();
    for (const { id } of rows) {
      expect((await rowOf(id)).state).toMatch(/^\{"sealed"/);
    }
    expect((await rowOf(rows[0].id)).secrets).toMatch(/^\{"sealed"/);
    expect((await rowOf(rows[1].id)).secrets).toBeNull();
    const context = await claim(only);
    expect(context.secrets).toEqual({ PASSWORD: 'a clear secret' });
    expect(await context.getTaskState!()).toEqual({ state });
    await only.retry({ taskId: rows[1].id, secrets: {} });
    expect((await claim(only)).taskId).toBe(rows[1].id);
  });
}
