import { ENTERPRISE_VERSION } from '../http/responseHeaders';
import type { Route } from '../http/Route';
import { apiRoot } from './apiRoot';
import { emojis } from './emojis';
import { zenOf } from './zenOf';

/** https://docs.github.com/rest/meta/meta#github-api-root */
export const rootRoute: Route = {
  route: 'GET /',
  on: 'anything',
  handle: ({ urls }) => ({ body: apiRoot({ urls }) }),
};

/** https://docs.github.com/rest/meta/meta */
export const metaRoutes: Route[] = [
  rootRoute,
  {
    route: 'GET /meta',
    on: 'anything',
    handle: ({ urls }) => ({
      body: {
        verifiable_password_authentication: false,
        ...(urls.enterprise
          ? { installed_version: ENTERPRISE_VERSION }
          : {
              ssh_key_fingerprints: {},
              ssh_keys: [],
              hooks: ['127.0.0.0/8'],
              web: ['127.0.0.0/8'],
              api: ['127.0.0.0/8'],
              git: ['127.0.0.0/8'],
            }),
      },
    }),
  },
  {
    route: 'GET /versions',
    on: 'anything',
    handle: () => ({ body: ['2022-11-28'] }),
  },
  {
    route: 'GET /zen',
    on: 'anything',
    handle: ({ sandbox }) => ({
      body: zenOf({ number: sandbox.requests.count() }),
      headers: { 'content-type': 'text/plain;charset=utf-8' },
    }),
  },
  {
    route: 'GET /emojis',
    on: 'anything',
    handle: () => ({ body: emojis() }),
  },
];
