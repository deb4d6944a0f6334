import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const templates = {
  test: {
    parameters: { properties: { key: { type: 'string', format: 'password' } } },
    steps: [
      { id: 'one', name: 'One', action: 'test:one', input: {} },
      { id: 'two', name: 'Two', action: 'test:two', input: {} },
    ],
  },
};

it("stock goes on with the module's database, and the module with stock's", async () => {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'there-and-back-'));
  const database = { client: 'better-sqlite3', connection: { directory } };
  const say: string[] = [];
  let isMended = false;
  const start = (withModule: boolean) =>
    startScaffolder({
      withModule,
      templates,
      database,
      handlers: {
        one: () => void say.push('one'),
        two() {
          if (!isMended) throw new Error('not yet');
          say.push('two');
        },
      },
      config: {
        backend: { database },
        scaffolder: { taskRecovery: { enabled: true } },
      },
    });
  const values = { key: 'a password' };
  try {
    let scaffolder = await start(true);
    const ours = await scaffolder.run('test', values, { PASSWORD: 'x' });
    expect(await scaffolder.ended(ours)).toBe('failed');
    await scaffolder.stop();

    scaffolder = await start(false);
    const { body } = await scaffolder.ask('GET', `/v2/tasks/${ours}`);
    expect(body).toMatchObject({
      status: 'failed',
      spec: { parameters: {}, maskedParameters: ['key'] },
    });
    expect(await scaffolder.events(ours)).toContainEqual(
      expect.objectContaining({ type: 'completion' }),
    );
    isMended = true;
    await scaffolder.ask('POST', `/v2/tasks/${ours}/retry`, {});
    expect(await scaffolder.ended(ours)).toBe('completed');
    isMended = false;
    const stocks = await scaffolder.run('test', values);
    expect(await scaffolder.ended(stocks)).toBe('failed');
    await scaffolder.stop();

    scaffolder = await start(true);
    const { body: list } = await scaffolder.ask('GET', '/v2/tasks');
    expect(list).toMatchObject({ totalTasks: 2 });
    say.length = 0;
    isMended = true;
    await scaffolder.ask('POST', `/v2/tasks/${stocks}/retry`, {});
    expect(await scaffolder.ended(stocks)).toBe('completed');
    // Where stock had got to counts.
    expect(say).toEqual(['two']);
    await scaffolder.stop();
  } finally {
    await fs.rm(directory, { recursive: true, force: true });
  }
});
