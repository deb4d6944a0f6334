import type { Question } from '../harness/ask';

const post = (path: string, body?: unknown): Question => ({
  method: 'POST',
  path,
  body,
});
const put = (path: string, body?: unknown): Question => ({
  method: 'PUT',
  path,
  body,
});
const remove = (path: string): Question => ({ method: 'DELETE', path });

const url = (target: string) => ({ type: 'url', target });

/** Questions that change something, in the order in which they are asked. `{uid REF}` and `{location TARGET}` stand for identifiers. */
export const writeRequests: Question[] = [
  post('/refresh', { entityRef: 'component:default/web' }),
  post('/refresh', { entityRef: 'Component:Default/WEB' }),
  post('/refresh', { entityRef: 'component:default/from-file' }),
  post('/refresh', { entityRef: 'thing:tree/leaf' }),
  post('/refresh', { entityRef: 'component:default/no-such' }),
  post('/refresh', { entityRef: 'nonsense' }),
  post('/refresh', { entityRef: '' }),
  post('/refresh', { entityRef: 1 }),
  post('/refresh', {}),
  post('/refresh', { entityRef: 'component:default/web', unknown: 1 }),
  post('/refresh', {
    entityRef: 'component:default/web',
    authorizationToken: 'nonsense',
  }),
  post('/refresh', {
    entityRef: 'component:default/web',
    authorizationToken: 'mock-user-token',
  }),
  post('/refresh'),
  post('/locations', url('https://files.test/further.yaml')),
  post('/locations', url('https://files.test/further.yaml')),
  post('/locations?onConflict=refresh', url('https://files.test/further.yaml')),
  post('/locations?onConflict=reject', url('https://files.test/further.yaml')),
  post('/locations?onConflict=nonsense', url('https://files.test/new.yaml')),
  post('/locations?onConflict=refresh', url('https://files.test/new.yaml')),
  post('/locations', url('')),
  post('/locations', url('nonsense')),
  post('/locations', { type: 'file', target: '/etc/passwd' }),
  post('/locations', { type: 'URL', target: 'https://files.test/a.yaml' }),
  post('/locations', { type: 'url' }),
  post('/locations', { type: 'url', target: 1 }),
  post('/locations', {
    ...url('https://files.test/optional.yaml'),
    presence: 'optional',
  }),
  post('/locations', {
    ...url('https://files.test/sometimes.yaml'),
    presence: 'sometimes',
  }),
  post('/locations', { ...url('https://files.test/b.yaml'), unknown: 1 }),
  post('/locations', []),
  post('/locations', 'not json'),
  post('/locations'),
  {
    ...post('/locations', '{"type":"url","target":"https://files.test/c"}'),
    headers: { 'content-type': 'text/plain' },
  },
  put(
    '/locations/{location https://files.test/missing.yaml}',
    url('https://files.test/empty.yaml'),
  ),
  put(
    '/locations/{location https://files.test/empty.yaml}',
    url('https://files.test/catalog-info.yaml'),
  ),
  put('/locations/{location https://files.test/empty.yaml}', {
    type: 'file',
    target: '/etc/passwd',
  }),
  put('/locations/{location https://files.test/empty.yaml}', {}),
  put(
    '/locations/{location https://files.test/empty.yaml}',
    url('https://files.test/empty.yaml'),
  ),
  put(
    '/locations/00000000-0000-4000-8000-000000000000',
    url('https://files.test/d.yaml'),
  ),
  put('/locations/no-uuid', url('https://files.test/d.yaml')),
  remove('/locations/{location https://files.test/further.yaml}'),
  remove('/locations/{location https://files.test/catalog-info.yaml}'),
  remove('/locations/00000000-0000-4000-8000-000000000000'),
  remove('/locations/no-uuid'),
  remove('/entities/by-uid/{uid thing:tree/branch}'),
  remove('/entities/by-uid/{uid component:default/web-lib}'),
  remove('/entities/by-uid/{uid thing:default/throws-early}'),
  remove('/entities/by-uid/00000000-0000-4000-8000-000000000000'),
  remove('/entities/by-uid/no-uuid'),
];
