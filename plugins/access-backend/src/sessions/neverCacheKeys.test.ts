import express from 'express';
import request from 'supertest';
import { neverCacheKeys } from './neverCacheKeys';

it('keeps caches from the public keys, and from nothing else', async () => {
  const app = express();
  app.use(neverCacheKeys(), (_request, response) => {
    response.json({});
  });
  const cacheControl = async (path: string) =>
    (await request(app).get(path)).headers['cache-control'];
  expect(await cacheControl('/api/auth/.well-known/jwks.json')).toBe(
    'no-store',
  );
  expect(await cacheControl('/api/catalog/.backstage/auth/v1/jwks.json')).toBe(
    'no-store',
  );
  expect(await cacheControl('/api/catalog/entities')).toBeUndefined();
});
