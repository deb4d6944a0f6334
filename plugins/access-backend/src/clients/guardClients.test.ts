import express from 'express';
import request from 'supertest';
import { guardClients } from './guardClients';

const GOOD = {
  redirect_uri: 'http://127.0.0.1:1/callback',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};

/** The guard before an authorization server that takes everything, and says what reached it. */
function server() {
  const app = express();
  app.use(guardClients());
  app.use(express.json());
  app.use((req, res) => {
    res.json({ body: req.body });
  });
  return request(app);
}

it('lets a proper request for a code through', async () => {
  const answer = await server().get('/api/auth/v1/authorize').query(GOOD);
  expect(answer.status).toBe(200);
});

it.each([
  ['a fragment', { redirect_uri: `${GOOD.redirect_uri}#there` }],
  ['no challenge', { code_challenge: undefined }],
  ['an empty challenge', { code_challenge: '' }],
  ['the verifier itself', { code_challenge_method: 'plain' }],
  ['no method, which means plain', { code_challenge_method: undefined }],
])('refuses a request for a code with %s', async (_, change) => {
  for (const path of ['/api/auth/v1/authorize', '/API/auth/V1/Authorize/']) {
    const answer = await server()
      .get(path)
      .query({ ...GOOD, ...change });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: 'invalid_request',
      error_description: expect.any(String),
    });
    expect(answer.headers.location).toBeUndefined();
  }
});

it('refuses a registration with a fragment, and leaves the body of others to the routes', async () => {
  const register = (...addresses: unknown[]) =>
    server()
      .post('/api/auth/v1/register')
      .send({ client_name: 'Tests', redirect_uris: addresses });

  await register(GOOD.redirect_uri, `${GOOD.redirect_uri}#`).expect(400);
  const { body } = await register(GOOD.redirect_uri).expect(200);
  expect(body).toEqual({
    body: { client_name: 'Tests', redirect_uris: [GOOD.redirect_uri] },
  });
  // What is no list of addresses is refused by the routes.
  await register(1, null).expect(200);
});

it('has nothing to say about other routes', async () => {
  const answers = [
    await server().get('/api/auth/v1/userinfo'),
    await server().post('/api/auth/v1/authorize'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});
