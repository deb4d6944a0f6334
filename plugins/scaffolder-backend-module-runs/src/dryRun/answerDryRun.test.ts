import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import express, { type RequestHandler } from 'express';
import { activeMask } from '../mask/activeMasks';
import { answerDryRun } from './answerDryRun';
import { planCall } from './plan';

const SECRET = 'canary-of-a-dry-run';

const base64 = (content: string) => Buffer.from(content).toString('base64');
const text = (file: any) =>
  Buffer.from(file.base64Content, 'base64').toString();

async function ask(options: { route: RequestHandler; limitMs?: number }) {
  const app = express();
  app.post(
    '/v2/dry-run',
    express.json(),
    answerDryRun({
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions(),
      limitMs: options.limitMs,
    }),
    options.route,
  );
  const fail: express.ErrorRequestHandler = (error, _req, res, _next) => {
    res.status(503).json({ error: { message: String(error.message) } });
  };
  app.use(fail);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/v2/dry-run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        template: {
          spec: {
            parameters: { properties: { key: { format: 'password' } } },
            steps: [
              { id: 'a', action: 'x:a' },
              { action: 'x:b' },
              { id: 'c', action: 'catalog:register' },
            ],
          },
        },
        values: { key: SECRET },
      }),
    });
    return { status: response.status, body: (await response.json()) as any };
  } finally {
    server.close();
  }
}

const line = (stepId: string, message: string) => ({
  body: { stepId, message },
});

it('orders calls by their steps, and names what cannot be planned', async () => {
  const { body } = await ask({
    async route(_req, res) {
      planCall({ stepId: 'step-2', method: 'PUT', url: 'https://x.test/2' });
      await Promise.resolve();
      planCall({ stepId: 'a', method: 'PUT', url: `https://x.test/${SECRET}` });
      res.json({
        log: [
          line('a', 'Skipping because x:a does not support dry-run'),
          line(
            'c',
            `info: Running catalog:register in dry-run mode with inputs (secrets redacted): ${JSON.stringify(
              { catalogInfoUrl: 'https://x.test/c', optional: true },
              undefined,
              2,
            )}`,
          ),
          line(
            'c',
            'Skipping because catalog:register does not support dry-run',
          ),
        ],
        directoryContents: [],
      });
    },
  });
  expect(body.calls).toEqual([
    { stepId: 'a', method: 'PUT', url: 'https://x.test/***' },
    { stepId: 'step-2', method: 'PUT', url: 'https://x.test/2' },
    expect.objectContaining({
      stepId: 'c',
      body: { type: 'url', target: 'https://x.test/c' },
      granted: true,
      note: expect.stringContaining('goes on'),
    }),
  ]);
  expect(body.unplanned).toEqual([
    expect.objectContaining({ stepId: 'a', action: 'x:a' }),
  ]);
});

it('masks files that are text and files that are not', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0x00, 0xfe]),
    Buffer.from(SECRET),
    Buffer.from([0xff]),
  ]);
  const { body } = await ask({
    route: (_req, res) => {
      res.json({
        log: [],
        directoryContents: [
          { path: `${SECRET}.txt`, base64Content: base64(`a ${SECRET} ü`) },
          { path: 'b.bin', base64Content: bytes.toString('base64') },
        ],
      });
    },
  });
  expect(body.directoryContents[0].path).toBe('***.txt');
  expect(text(body.directoryContents[0])).toBe('a *** ü');
  expect(
    Buffer.from(body.directoryContents[1].base64Content, 'base64'),
  ).toEqual(Buffer.from([0xff, 0x00, 0xfe, ...Buffer.from('***'), 0xff]));
});

it('gives up what takes too long, whatever stock answers afterwards', async () => {
  let goOn = () => {};
  const late = new Promise<void>(resolve => (goOn = resolve));
  let answered: unknown;
  const { status, body } = await ask({
    limitMs: 20,
    async route(_req, res) {
      await late;
      answered = res.status(200).json({ log: [], directoryContents: [] });
    },
  });
  expect(status).toBe(503);
  expect(body.error.message).toMatch(/longer than 0.02 s/);
  goOn();
  await late;
  await Promise.resolve();
  expect(answered).toBeDefined();
});

it('masks errors, and what is logged meanwhile', async () => {
  let logged = '';
  const { status, body } = await ask({
    route: (_req, _res, next) => {
      logged = activeMask.text(`about ${SECRET}`);
      next(new Error(`no ${SECRET}`));
    },
  });
  expect(status).toBe(503);
  expect(body.error.message).toBe('no ***');
  expect(logged).toBe('about ***');
});
