import {
  type ActivityScene,
  componentOf,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('../insights/loadRenderer', () => ({
  loadRenderer: async () =>
    jest.requireActual(
      '@callboard/plugin-techdocs-backend-module-markdown/src/markdown/renderReadme',
    ),
}));

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeAll(async () => {
  scene = await startActivityScene({
    entities: url => {
      const hidden = componentOf({ url, name: 'hidden', slug: 'acme/vault' });
      hidden.metadata.annotations!.hidden = 'true';
      const at = (name: string) => `url:${url}/acme/${name}/tree/main/c.yaml`;
      return [
        hidden,
        componentOf({ url, name: 'shop' }),
        // Whoever writes descriptors in `shop` says that they are about the private `vault`, and about the public `empty`.
        componentOf({
          ...{ url, name: 'thief', slug: 'acme/vault' },
          location: at('shop'),
        }),
        componentOf({
          ...{ url, name: 'neighbour', slug: 'acme/empty' },
          location: at('shop'),
        }),
        componentOf({
          ...{ url, name: 'stranger', slug: 'acme/shop' },
          location: `url:${url}/mallory/x/tree/main/c.yaml`,
        }),
      ];
    },
  });
});
afterAll(() => scene?.stop());

const READS = [
  ...['repository', 'workflows', 'runs', 'runs/1', 'jobs/1/log', 'pulls'],
  ...['insights', 'readme', 'security', 'stations'],
];
const ACTS: [string, object][] = [
  ['runs/1/rerun', { jobs: 'all' }],
  ['runs/1/cancel', {}],
  ['workflows/1/dispatch', { ref: 'main', inputs: {} }],
];
const at = (name: string, path: string) =>
  `/entities/component/default/${name}/${path}`;

it('an entity that a person may not see is not there, on every route', async () => {
  for (const name of ['hidden', 'nothing']) {
    for (const path of READS) {
      const answer = await scene.call(`GET ${at(name, path)}`, { as: 'gina' });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body.error.message).toBe(
        `There is no entity component:default/${name}`,
      );
    }
    for (const [path, body] of ACTS) {
      const { status } = await scene.call(`POST ${at(name, path)}`, {
        ...{ as: 'gina', body },
      });
      expect([path, status]).toEqual([path, 404]);
    }
  }
});

it('nobody who is nobody gets anything', async () => {
  for (const path of [at('shop', 'runs'), '/mine']) {
    const { status } = await fetch(`${scene.base}${path}`);
    expect(status).toBe(401);
  }
});

describe.each(['thief', 'stranger'])('the entity %s', name => {
  it('shows nothing of a repository that it may not speak for', async () => {
    scene.asked();
    expect(await scene.get('repository', name)).toMatchObject({
      state: 'refused',
      reason: 'foreign',
      remedy: expect.stringContaining('trusted'),
    });
    for (const path of ['workflows', 'runs', 'runs/1', 'pulls', 'insights']) {
      expect(await scene.get(path, name)).toEqual({
        state: 'refused',
        reason: expect.stringContaining('does not lie in'),
      });
    }
    const log = await scene.call(`GET ${at(name, 'jobs/1/log')}`);
    expect(log.status).toBe(403);
    expect(await scene.get('security', name)).toMatchObject({
      dependabot: { state: 'refused' },
    });
    // At most whether it is private was asked.
    const asked = new Set(scene.asked());
    asked.delete('GET /repos/acme/vault');
    expect([...asked]).toEqual([]);
  });

  it('does nothing to it', async () => {
    for (const [path, body] of ACTS) {
      const { status } = await scene.call(`POST ${at(name, path)}`, { body });
      expect([path, status]).toEqual([path, 403]);
    }
    expect(scene.asked().filter(line => line.startsWith('POST'))).toEqual([]);
  });
});

it('of a neighbour that is not private it shows builds, and neither alerts nor acts', async () => {
  expect(await scene.get('repository', 'neighbour')).toMatchObject({
    state: 'found',
    repository: { name: 'empty', may: { run: false, alerts: false } },
  });
  expect(await scene.get('runs', 'neighbour')).toMatchObject({
    state: 'answered',
    value: { total: 0 },
  });
  for (const route of [
    `GET ${at('neighbour', 'security')}`,
    `POST ${at('neighbour', 'runs/1/cancel')}`,
  ]) {
    const body = route.startsWith('POST') ? {} : undefined;
    const answer = await scene.call(route, { body });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('does not lie in acme/empty');
  }
});

it('tells an owner and a guest what they may', async () => {
  expect((await scene.get('repository')).repository).toMatchObject({
    ...{ host: scene.host, owner: 'acme', name: 'shop', visibility: 'public' },
    ...{ defaultBranch: 'main', isArchived: false },
    may: { run: true, alerts: true, logs: true },
    served: { credentialId: expect.stringMatching(/^app:/) },
  });
  const { body } = await scene.call(`GET ${at('shop', 'repository')}`, {
    as: 'gina',
  });
  expect(body.repository.may).toEqual({
    run: false,
    whyNotRun: expect.stringContaining('group:default/web'),
    alerts: false,
    whyNotAlerts: expect.stringContaining('github.alerts.read'),
    logs: true,
  });
  const alerts = await scene.call(`GET ${at('shop', 'security')}`, {
    as: 'gina',
  });
  expect(alerts.status).toBe(403);
});
