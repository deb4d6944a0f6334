import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { retryAfter } from './retryAfter';

it('says when to come back with a 503, and with nothing else', async () => {
  const app = express();
  app.use(retryAfter());
  app.get('/own', (_, response) =>
    response.status(503).set('retry-after', '60').end(),
  );
  app.get('/:status', (request, response) =>
    response.status(Number(request.params.status)).json({}),
  );
  const server = http.createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const header = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}/${path}`)).headers.get(
      'retry-after',
    );
  try {
    expect(await header('503')).toBe('5');
    expect(await header('own')).toBe('60');
    expect(await header('500')).toBeNull();
    expect(await header('200')).toBeNull();
  } finally {
    server.close();
  }
});
