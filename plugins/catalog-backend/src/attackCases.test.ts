import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import request from 'supertest';
import { stringify } from 'yaml';
import { until } from './__testUtils__/until';
import { catalogPlugin } from './plugin';

jest.setTimeout(60_000);

const OURS = 'https://git.example.com/platform/catalog-info.yaml';
const THEIRS = 'https://git.example.com/attacker/catalog-info.yaml';

describe('a repository that an attacker owns', () => {
  const files = new Map<string, Entity[]>();
  const conflicts: any[] = [];
  const refusals: string[] = [];
  let provider: EntityProviderConnection;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeEach(async () => {
    files.clear();
    conflicts.length = 0;
    refusals.length = 0;
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: { hours: 24 } } },
        }),
        mockServices.urlReader.mock({
          async search(url) {
            const text = (files.get(url) ?? []).map(e => stringify(e));
            const content = async () => Buffer.from(text.join('---\n'));
            return { files: [{ url, content }], etag: '' };
          },
        }).factory,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'test',
          register: env =>
            env.registerInit({
              deps: {
                processing: catalogProcessingExtensionPoint,
                events: eventsServiceRef,
              },
              async init({ processing, events }) {
                processing.setOnProcessingErrorHandler(({ errors }) => {
                  refusals.push(...errors.map(error => error.message));
                });
                processing.addEntityProvider({
                  getProviderName: () => 'organisation',
                  async connect(connection) {
                    provider = connection;
                  },
                });
                await events.subscribe({
                  id: 'test',
                  topics: ['experimental.catalog.conflict'],
                  async onEvent({ eventPayload }) {
                    conflicts.push(eventPayload);
                  },
                });
              },
            }),
        }),
      ],
    });
  });
  afterEach(() => backend.stop());

  const get = async (path: string) =>
    (await request(backend.server).get(`/api/catalog${path}`)).body;
  const byName = (path: string) => get(`/entities/by-name/${path}`);
  const names = async () =>
    (await get('/entities')).map((e: Entity) => e.metadata.name);
  const register = async (target: string, ...entities: Entity[]) => {
    files.set(target, entities);
    const response = await request(backend.server)
      .post('/api/catalog/locations')
      .send({ type: 'url', target });
    expect(response.status).toBe(201);
  };
  it('cannot declare groups, or users that exist already', async () => {
    await provider.applyMutation({
      type: 'full',
      entities: [
        located(
          entity('User', 'colleague', {
            profile: { email: 'colleague@example.com' },
            memberOf: ['payments'],
          }),
        ),
      ],
    });
    const attempts = [
      entity('Group', 'admins', {
        ...{ type: 'team', children: [], members: ['attacker'] },
      }),
      entity('User', 'attacker', {
        profile: { email: 'colleague@example.com' },
        memberOf: ['admins'],
      }),
      entity('User', 'colleague', { profile: {}, memberOf: ['admins'] }),
    ];
    for (const [i, attempt] of attempts.entries()) {
      await register(`${THEIRS}?${i}`, attempt);
    }
    await until(() => refusals.length === attempts.length);
    expect(refusals.sort()).toEqual(
      [
        'group:default/admins',
        'user:default/attacker',
        'user:default/colleague',
      ].map(ref => expect.stringContaining(ref)),
    );
    expect(await names()).not.toContain('admins');
    expect(await names()).not.toContain('attacker');
    expect((await byName('user/default/colleague')).spec).toEqual({
      profile: { email: 'colleague@example.com' },
      memberOf: ['payments'],
    });
    const { facets } = await get('/entity-facets?facet=relations.memberOf');
    expect(facets['relations.memberOf']).toEqual([
      { value: 'group:default/payments', count: 1 },
    ]);
  });

  it('cannot take a name that somebody has; that it tries is published', async () => {
    await register(OURS, component('payments', { owner: 'payments-team' }));
    await until(async () => (await names()).includes('payments'));
    // Another case of letters is the same name.
    await register(
      THEIRS,
      component('Payments', { owner: 'attacker', system: 'stolen' }),
    );
    await until(() => conflicts.length > 0);
    expect(conflicts[0]).toMatchObject({
      entityRef: 'component:default/payments',
      existingLocationKey: `url:${OURS}`,
      newLocationKey: `url:${THEIRS}`,
    });
    const payments = await byName('component/default/payments');
    expect(payments.metadata.name).toBe('payments');
    expect(payments.spec).toEqual({
      ...component('payments').spec,
      owner: 'payments-team',
    });
    expect(JSON.stringify(await get('/entities?filter=kind=component'))).toBe(
      JSON.stringify([payments]),
    );
  });

  it.each([
    ['a homoglyph', 'p\u0430yments'],
    ['a way out of a folder', '../payments'],
    ['text that runs the other way', 'pay\u202estnem'],
    ['an end of text', 'pay\0ments'],
    ['a space at the end', 'payments '],
  ])('cannot use a name with %s', async (_, name) => {
    await register(OURS, component('payments'));
    await register(THEIRS, component(name), component('fine'));
    await until(async () => {
      const found = await names();
      return found.includes('fine') && found.includes('payments');
    });
    await new Promise(resolve => setTimeout(resolve, 200));
    const all: Entity[] = await get('/entities?filter=kind=component');
    expect(all.map(e => e.metadata.name).sort()).toEqual(['fine', 'payments']);
    const response = await request(backend.server).get(
      `/api/catalog/entities/by-name/component/default/${encodeURIComponent(
        name,
      )}`,
    );
    expect(response.status).toBe(404);
    const found = await get(
      `/entities/by-query?fullTextFilterTerm=${encodeURIComponent(
        name,
      )}&fullTextFilterFields=metadata.name`,
    );
    const isPayments = name.trim() === 'payments';
    expect(found.totalItems).toBe(isPayments ? 1 : 0);
  });

  it('cannot put script into links, nor can a provider', async () => {
    const links = [{ url: '\tjava\nscript:alert(1)' }];
    const annotations = {
      'backstage.io/view-url': 'vbscript:x',
      'backstage.io/edit-url': 'data:text/html,<script>alert(1)</script>',
    };
    const bad = component('bad');
    await provider.applyMutation({
      type: 'full',
      entities: [
        located({
          ...bad,
          metadata: { ...bad.metadata, links, annotations },
        }),
      ],
    });
    await until(async () => (await names()).includes('bad'));
    const text = JSON.stringify(await byName('component/default/bad'));
    expect(text).not.toMatch(/script:|data:/i);
  });
});

function entity(kind: string, name: string, spec: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: spec as any,
  };
}

function component(name: string, extra: object = {}): Entity {
  return entity('Component', name, {
    ...{ type: 'service', lifecycle: 'production', owner: 'team' },
    ...extra,
  });
}

/** As a provider brings it in. */
function located(plain: Entity) {
  const location = 'url:https://git.example.com/organisation';
  return {
    locationKey: 'organisation',
    entity: {
      ...plain,
      metadata: {
        ...plain.metadata,
        annotations: {
          ...plain.metadata.annotations,
          'backstage.io/managed-by-location': location,
          'backstage.io/managed-by-origin-location': location,
        },
      },
    },
  };
}
