import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { currentRun } from './broker/currentRun';
import {
  startScaffolder,
  type TestHandler,
  type TestScaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const PARAMETER = 'canary-of-a-parameter-7731';
const SECRET = 'canary-of-a-secret-9917';

const templates = {
  test: {
    parameters: {
      properties: { apiKey: { type: 'string' }, name: { type: 'string' } },
    },
    steps: [
      {
        id: 'one',
        name: 'One',
        action: 'test:spread',
        input: {
          say: { secrets: { KEY: '${{ parameters.apiKey }}' } },
        },
      },
      { id: 'two', name: 'Two', action: 'test:hold', input: {} },
    ],
    output: {
      text: [{ content: '${{ steps.one.output.said }}' }],
    },
  },
};

let directory: string;
beforeAll(async () => {
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'runs-at-rest-'));
  await fs.mkdir(path.join(directory, 'work'));
});
afterAll(() => fs.rm(directory, { recursive: true, force: true }));

it('no byte of a secret is in the database, at any time of a run', async () => {
  let release: (error?: Error) => void = () => {};
  let held = () => {};
  let holding = new Promise<void>(resolve => (held = resolve));
  let spreads = 0;
  const workspaces: string[] = [];
  const handlers: Record<string, TestHandler> = {
    /** Puts the secrets wherever a run keeps something. */
    async spread(context) {
      spreads += 1;
      const said = `${context.input.say.secrets.KEY} ${context.secrets?.PASSWORD}`;
      context.output('said', said);
      context.logger.info(`I say ${said}`);
      await fs.writeFile(path.join(context.workspacePath, 'file'), said);
      await context.checkpoint({ key: 'spread', fn: async () => ({ said }) });
      const run = currentRun()!;
      expect(run.taskId).toBe(context.task.id);
      await run.assertMine();
      await run.tell({
        message: `With ${said}`,
        stepId: 'one',
        credential: { stepId: 'one', kind: 'app', title: 'An App' },
      });
    },
    async hold(context) {
      const file = path.join(context.workspacePath, 'file');
      workspaces.push(await fs.readFile(file, 'utf8'));
      await new Promise<void>((resolve, reject) => {
        release = error => (error ? reject(error) : resolve());
        held();
      });
    },
  };
  const scaffolder = await startScaffolder({
    withModule: true,
    handlers,
    templates,
    config: {
      scaffolder: { taskRecovery: { enabled: true } },
      backend: {
        workingDirectory: path.join(directory, 'work'),
        database: { client: 'better-sqlite3', connection: { directory } },
      },
    },
    database: { client: 'better-sqlite3', connection: { directory } },
  });
  try {
    const taskId = await scaffolder.run(
      'test',
      { apiKey: PARAMETER, name: 'a name' },
      { PASSWORD: SECRET },
    );
    await holding;
    await expectNothing({ scaffolder, taskId });
    // It is there, for whoever takes the run over.
    expect(await rowOf(scaffolder, taskId)).toMatchObject({
      secrets: expect.stringContaining('sealed'),
      state: expect.stringContaining('sealed'),
      workspace: expect.any(Buffer),
    });

    release(new Error(`It fails with ${PARAMETER}`));
    expect(await scaffolder.ended(taskId)).toBe('failed');
    await expectNothing({ scaffolder, taskId });
    expect(await rowOf(scaffolder, taskId)).toMatchObject({
      secrets: null,
      workspace: expect.any(Buffer),
    });
    const details = await scaffolder.ask('GET', `/runs/${taskId}`);
    expect(details.body).toMatchObject({
      failedStep: 'two',
      credentials: [{ title: 'An App' }],
      maskedParameters: ['apiKey'],
      // The step that takes the key has been completed.
      needs: [],
    });

    holding = new Promise<void>(resolve => (held = resolve));
    await scaffolder.ask('POST', `/v2/tasks/${taskId}/retry`, {});
    await holding;
    release();
    expect(await scaffolder.ended(taskId)).toBe('completed');
    await expectNothing({ scaffolder, taskId });
    expect(await rowOf(scaffolder, taskId)).toMatchObject({
      secrets: null,
      workspace: null,
    });
    // The completed step was not repeated, and its files were there again.
    expect(spreads).toBe(1);
    expect(workspaces).toEqual([
      `${PARAMETER} ${SECRET}`,
      `${PARAMETER} ${SECRET}`,
    ]);
  } finally {
    await scaffolder.stop();
  }
});

/** Neither in the files of the database nor in what is answered and published. */
async function expectNothing(options: {
  scaffolder: TestScaffolder;
  taskId: string;
}) {
  const { scaffolder, taskId } = options;
  const names = await fs.readdir(directory);
  const files = names.filter(name => name.startsWith('scaffolder.sqlite'));
  expect(files).toEqual(
    expect.arrayContaining(['scaffolder.sqlite', 'scaffolder.sqlite-wal']),
  );
  for (const name of files) {
    const bytes = await fs.readFile(path.join(directory, name));
    for (const secret of [PARAMETER, SECRET]) {
      for (const form of formsOf(secret)) {
        expect([name, bytes.includes(form)]).toEqual([name, false]);
      }
    }
  }
  const said = JSON.stringify([
    await scaffolder.ask('GET', '/v2/tasks'),
    await scaffolder.ask('GET', `/v2/tasks/${taskId}`),
    await scaffolder.events(taskId),
    await scaffolder.ask('GET', `/runs/${taskId}`),
    scaffolder.published,
  ]);
  expect(said).toContain('a name');
  expect(said).toContain('***');
  expect(said).not.toContain('canary');
}

function formsOf(secret: string) {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    [...secret].reverse().join(''),
  ];
}

function rowOf({ knex }: TestScaffolder, taskId: string) {
  return knex('tasks').where({ id: taskId }).first();
}
