import { json, startStandIn, type StandIn } from './startStandIn';
import { testAuthority } from './testAuthority';

let standIn: StandIn;

beforeAll(async () => (await testAuthority()).trust());

afterEach(() => standIn?.close());

async function get(path: string, init: { token?: string } = {}) {
  const response = await fetch(`${standIn.url}${path}`, {
    headers: init.token ? { authorization: init.token } : {},
  });
  return { status: response.status, body: await response.json() };
}

it('answers over TLS, with the parts of the path decoded', async () => {
  standIn = await startStandIn({
    name: 'Acme',
    routes: {
      'GET /projects/:id/files/*path': ({ params }) => json(params),
    },
  });

  await expect(get('/projects/acme%2Fweb/files/a/b.yaml')).resolves.toEqual({
    status: 200,
    body: { id: 'acme/web', path: 'a/b.yaml' },
  });
});

it('says which route is missing', async () => {
  standIn = await startStandIn({ name: 'Acme', routes: {} });

  await expect(get('/projects?page=2')).resolves.toEqual({
    status: 501,
    body: {
      message: 'The stand-in of Acme has no route GET /projects?page=2',
    },
  });
  expect(standIn.unknown).toEqual(['GET /projects?page=2']);
});

it('refuses a wrong credential', async () => {
  standIn = await startStandIn({
    name: 'Acme',
    routes: { 'GET /projects': () => json([]) },
    refuse: ({ headers }) =>
      headers.authorization === 'secret'
        ? undefined
        : json({ message: 'Unauthorized' }, { status: 401 }),
  });

  await expect(get('/projects')).resolves.toMatchObject({ status: 401 });
  await expect(get('/projects', { token: 'secret' })).resolves.toMatchObject({
    status: 200,
  });
});
