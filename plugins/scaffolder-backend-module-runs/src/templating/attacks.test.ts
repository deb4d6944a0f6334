import { existsSync } from 'node:fs';
import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Header } from 'tar';
import {
  startWatchedScaffolder,
  type WatchedScaffolder,
} from '../answers/__testUtils__/startWatchedScaffolder';

jest.setTimeout(60_000);

const HOST_TEXT = 'what-only-the-host-knows';
const BOMB = `\${{ r/^(([a-z])+.)+[A-Z]([a-z])+$/.test('${'a'.repeat(60)}') }}`;

const files = createMockDirectory({
  content: {
    work: {},
    host: { 'file.txt': HOST_TEXT, folder: { 'inner.txt': HOST_TEXT } },
    template: {
      bombed: { 'a.txt': BOMB },
      linked: {
        'plain.txt': 'plain',
        'out.txt': ctx => ctx.symlink('../../host/file.txt'),
        'gone.txt': ctx => ctx.symlink('./not-there.txt'),
        'one.txt': ctx => ctx.symlink('./two.txt'),
        'two.txt': ctx => ctx.symlink('../../host/file.txt'),
      },
    },
  },
});

const step = (
  id: string,
  action: string,
  input: object,
  more: object = {},
) => ({
  ...{ id, name: id, action, input },
  ...more,
});
const LIST = step('list', 'debug:log', {
  listWorkspace: 'with-contents',
  message: 'listed',
});
const DELETE = step('delete', 'fs:delete', {
  files: ['link/inner.txt', 'link', 'out.txt', 'gone.txt', 'one.txt'],
});
const say = (message: string, more?: object) => ({
  steps: [step('say', 'debug:log', { message }, more)],
});
const link = (name: string, target: string) => ({
  steps: [step('link', 'test:link', { name, target }), LIST, DELETE],
});

const specs: Record<string, any> = {
  'bomb-in-input': say(BOMB),
  'bomb-in-file': {
    steps: [step('fetch', 'fetch:template', { url: './bombed' })],
  },
  wide: say(`{% for i in range(9000) %}${'x'.repeat(1000)}{% endfor %}`),
  reach: say(
    "[${{ ''.constructor.constructor('return process.version')() }}|${{ process.version }}|${{ parameters.__proto__.x }}]",
  ),
  'link-out': link('link', files.resolve('host/folder')),
  'link-up': link('out.txt', '../../host/file.txt'),
  'link-gone': link('gone.txt', './not-there'),
  'link-round': link('one.txt', './one.txt'),
  'linked-folder': {
    steps: [step('fetch', 'fetch:plain', { url: './linked' }), LIST, DELETE],
  },
  archive: {
    steps: [
      step('fetch', 'fetch:plain', { url: 'https://host.test/archive' }),
      LIST,
    ],
  },
};

const entities = Object.entries(specs).map(
  ([name, spec]): Entity => ({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${files.resolve(
          'template/template.yaml',
        )}`,
      },
    },
    spec: { type: 'service', output: {}, ...spec },
  }),
);

let scaffolder: WatchedScaffolder;
beforeAll(async () => {
  scaffolder = await startWatchedScaffolder({
    folder: files.resolve('work'),
    entities,
    actions: [
      createTemplateAction({
        id: 'test:link',
        schema: { input: { name: z => z.string(), target: z => z.string() } },
        async handler({ input, workspacePath }) {
          await symlink(input.target, path.join(workspacePath, input.name));
        },
      }) as any,
    ],
    features: [archiveReader()],
  });
});
afterAll(() => scaffolder?.stop());

async function run(name: string) {
  const started = performance.now();
  const { json } = await scaffolder.ask('POST', '/v2/tasks', {
    templateRef: `template:default/${name}`,
    values: {},
  });
  const status = await scaffolder.ended(json.id);
  const tookMs = performance.now() - started;
  const { json: details } = await scaffolder.ask('GET', `/runs/${json.id}`);
  const { json: events } = await scaffolder.ask(
    'GET',
    `/v2/tasks/${json.id}/events`,
  );
  const log = events.map(({ body }: any) => body.message).join('\n');
  return { status, tookMs, details, log };
}

describe('attack case 24: an expression that loops, grows, or reaches out', () => {
  it.each(['bomb-in-input', 'bomb-in-file', 'wide'])(
    '%s fails the step before it does anything, and says why',
    async name => {
      const { status, tookMs, details, log } = await run(name);
      expect(status).toBe('failed');
      expect(details.cause).toMatchObject({ code: 'template-limit' });
      expect(log).not.toContain('said');
      expect(log).not.toMatch(/\n\s+at /);
      expect(tookMs).toBeLessThan(10_000);
    },
  );

  it('nothing of the process is reached', async () => {
    const { log } = await run('reach');
    expect(log).not.toContain(process.version);
  });
});

describe('attack case 23: links that lead out of the files of a run', () => {
  it.each([
    ['link-out', 'link', 'leads out'],
    ['link-up', 'out.txt', 'leads'],
    ['link-gone', 'gone.txt', 'leads to nothing'],
    ['link-round', 'one.txt', 'leads round in a circle'],
  ])('%s is refused by name, before the next step', async (name, file, why) => {
    const { status, details, log } = await run(name);
    expect(status).toBe('failed');
    expect(details.failedStep).toBe('link');
    expect(JSON.stringify(details.cause)).toContain(`\\"${file}\\"`);
    expect(JSON.stringify(details.cause)).toContain(why);
    expect(log).not.toContain('listed');
    await expectUntouched(log);
  });

  it.each(['linked-folder', 'archive'])(
    '%s brings nothing in, and nothing out',
    async name => {
      const { status, log } = await run(name);
      expect(status).toMatch(/completed|failed/);
      await expectUntouched(log);
    },
  );
});

async function expectUntouched(log: string) {
  expect(log).not.toContain(HOST_TEXT);
  for (const name of ['host/file.txt', 'host/folder/inner.txt']) {
    expect(await readFile(files.resolve(name), 'utf8')).toBe(HOST_TEXT);
    expect((await lstat(files.resolve(name))).isFile()).toBe(true);
  }
  for (const name of ['evil.txt', 'work/evil.txt', 'host/evil.txt']) {
    expect(existsSync(files.resolve(name))).toBe(false);
  }
}

/** An archive as no host would make it: entries that climb, a link out, and a file through that link. */
function evilArchive(): Buffer {
  const entry = (options: object, text = '') => {
    const header = Buffer.alloc(512);
    new Header({
      ...{ mode: 0o644, type: 'File', size: text.length },
      ...options,
    } as any).encode(header, 0);
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    body.write(text);
    return Buffer.concat([header, body]);
  };
  const host = files.resolve('host');
  return Buffer.concat([
    entry({ path: 'root/plain.txt' }, 'plain'),
    entry({ path: 'root/../../evil.txt' }, 'evil'),
    entry({ path: `${host}/evil.txt` }, 'evil'),
    entry({ path: 'root/link', type: 'SymbolicLink', linkpath: host }),
    entry({ path: 'root/link/evil.txt' }, 'evil'),
    entry({ path: 'root/hard', type: 'Link', linkpath: `${host}/file.txt` }),
    entry({ path: 'root/a', type: 'SymbolicLink', linkpath: '.' }),
    entry({ path: 'root/b', type: 'SymbolicLink', linkpath: 'a/../..' }),
    entry({ path: 'root/b/evil.txt' }, 'evil'),
    Buffer.alloc(1024),
  ]);
}

function archiveReader() {
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: { config: coreServices.rootConfig, logger: coreServices.rootLogger },
    factory: ({ config, logger }) =>
      UrlReaders.create({
        ...{ config, logger },
        factories: [
          ({ treeResponseFactory }) => [
            {
              predicate: () => true,
              reader: {
                readTree: () =>
                  treeResponseFactory.fromTarArchive({
                    stream: Readable.from([evilArchive()]),
                    etag: '1',
                    stripFirstDirectory: true,
                  } as any),
              } as Partial<UrlReaderService> as UrlReaderService,
            },
          ],
        ],
      }),
  });
}
