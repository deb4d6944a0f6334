import express, { type ErrorRequestHandler } from 'express';
import request from 'supertest';
import { jsonBody } from './jsonBody';

function createApp() {
  const answerError: ErrorRequestHandler = (error, _request, response, _next) =>
    response.status(500).json({ name: error.name, message: error.message });
  return express()
    .post('/', jsonBody({ limit: '16b' }), (asked, response) => {
      response.json(asked.body);
    })
    .use(answerError);
}

describe('jsonBody', () => {
  const post = (body: string) =>
    request(createApp()).post('/').type('json').send(body);

  it('parses what is sent', async () => {
    expect((await post('{"a":1}')).body).toEqual({ a: 1 });
  });

  it('refuses what is no JSON without quoting it', async () => {
    expect((await post('{"ghp_1"')).body).toEqual({
      name: 'InputError',
      message: 'The body of the request is not JSON',
    });
  });

  it('refuses what is too long', async () => {
    expect((await post(`"${'x'.repeat(20)}"`)).body.name).toBe(
      'PayloadTooLargeError',
    );
  });
});
