import { AuthenticationError } from '@backstage/errors';
import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { beforeEnd } from './beforeEnd';

function answer(options: {
  task: (body: string) => Promise<void>;
  route: RequestHandler;
}) {
  const app = express();
  app.use((_request, response, next) => {
    beforeEnd(response, options.task);
    next();
  });
  app.use(options.route);
  return request(app).get('/');
}

it('runs the task with the whole body', async () => {
  const app = express();
  const bodies: string[] = [];
  app.use((_request, response, next) => {
    beforeEnd(response, async body => {
      bodies.push(body);
    });
    next();
  });
  app.get('/json', (_request, response) => {
    response.json({ word: 'ü' });
  });
  app.get('/pieces', (_request, response) => {
    response.write('one ');
    response.write(Buffer.from('two '));
    response.end('three');
  });
  app.get('/nothing', (_request, response) => {
    response.status(200).end();
  });
  const json = await request(app).get('/json').expect(200);
  expect(json.body).toEqual({ word: 'ü' });
  expect((await request(app).get('/pieces')).text).toBe('one two three');
  await request(app).get('/nothing').expect(200);
  expect(bodies).toEqual(['{"word":"ü"}', 'one two three', '']);
});

it('sends nothing of the answer if the task fails', async () => {
  const { status, text, headers } = await answer({
    task: async () => {
      throw new Error('the database is away');
    },
    route: (_request, response) => {
      response.cookie('refresh', 'secret').json({ token: 'secret' });
    },
  });
  expect(status).toBe(503);
  expect(JSON.parse(text).error.name).toBe('ServiceUnavailableError');
  expect(JSON.stringify(headers) + text).not.toMatch(/secret|away/);
});

it('sends what the task refuses, with headers for that', async () => {
  const app = express();
  app.use((_request, response, next) => {
    beforeEnd(
      response,
      async () => {
        throw new AuthenticationError('This session was ended');
      },
      { onRefusal: () => response.clearCookie('refresh') },
    );
    next();
  });
  app.use((_request, response) => {
    response.cookie('refresh', 'secret').json({ token: 'secret' });
  });
  const { body, headers } = await request(app).get('/').expect(401);
  expect(body.error).toEqual({
    name: 'AuthenticationError',
    message: 'This session was ended',
  });
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^refresh=; .*1970/),
  ]);
  expect(JSON.stringify(headers)).not.toContain('secret');
});

it('sends no body if the task fails when the headers are on their way', async () => {
  await expect(
    answer({
      task: async () => {
        throw new Error('the database is away');
      },
      route: (_request, response) => {
        response.flushHeaders();
        response.end('secret');
      },
    }),
  ).rejects.toThrow(/hang up|aborted/);
});
