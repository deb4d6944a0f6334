import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Location } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { stringify } from 'yaml';
import { until } from '../__testUtils__/until';
import { catalogPlugin } from '../plugin';

jest.setTimeout(60_000);

const OPEN = 'https://git.example.com/open/catalog-info.yaml';
const MIXED = 'https://git.example.com/mixed/catalog-info.yaml';
const SECRET = 'https://git.example.com/secret/catalog-info.yaml';

/** Labelled `secret`: what the caller `limited` may neither read nor remove. */
const component = (name: string, labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, ...(labels && { labels }) },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

const files: Record<string, Entity[]> = {
  [OPEN]: [component('open')],
  [MIXED]: [component('seen'), component('unseen', { secret: 'yes' })],
  [SECRET]: [component('hidden', { secret: 'yes' })],
};

const without = (rule: string, params: object): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { not: { rule, resourceType: 'catalog-entity', params } } as any,
});

/** What each caller may do with entities; all else is allowed to all. */
const decisions: Record<string, Record<string, PolicyDecision>> = {
  limited: {
    'catalog.entity.read': without('HAS_LABEL', { label: 'secret' }),
    'catalog.entity.delete': without('HAS_LABEL', { label: 'secret' }),
  },
  blind: {
    'catalog.entity.read': without('IS_ENTITY_KIND', { kinds: ['Location'] }),
  },
  keeper: { 'catalog.entity.delete': { result: AuthorizeResult.DENY } },
};

const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: (): PermissionsService => ({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    async authorizeConditional(requests, { credentials }) {
      const { userEntityRef = '' } = credentials.principal as any;
      const own = decisions[userEntityRef.replace('user:test/', '')];
      return requests.map(
        ({ permission }) =>
          own?.[permission.name] ?? { result: AuthorizeResult.ALLOW },
      );
    },
  }),
});

describe('locations, for who may not read or remove every entity', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const ids: Record<string, string> = {};

  const ask = async (
    as: string,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
  ) => {
    const { status, body: answer } = await request(backend.server)
      [method](`/api/catalog${path}`)
      .set('authorization', mockCredentials.user.header(`user:test/${as}`))
      .send(body);
    return { status, body: answer };
  };
  const listed = async (as: string) => {
    const { body } = await ask(as, 'get', '/locations');
    return body.map(({ data }: { data: Location }) => data.target).sort();
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        permissions,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: { hours: 24 } } },
        }),
        mockServices.urlReader.mock({
          async search(url) {
            const content = async () =>
              Buffer.from(files[url].map(e => stringify(e)).join('---\n'));
            return { files: [{ url, content }], etag: '' };
          },
        }).factory,
      ],
    });
    for (const target of Object.keys(files)) {
      const { body } = await ask('anybody', 'post', '/locations', {
        type: 'url',
        target,
      });
      ids[target] = body.location.id;
    }
    await until(
      async () =>
        (
          await ask('anybody', 'get', '/entities?filter=kind=component')
        ).body.length === 4 &&
        (
          await ask('anybody', 'get', '/entities?filter=kind=location')
        ).body.length === 3,
    );
  });
  afterAll(() => backend?.stop());

  it('answers about the location of a hidden entity as if it were not there', async () => {
    const path = '/locations/by-entity/component/default';
    const [hidden, none] = await Promise.all(
      ['hidden', 'no-such'].map(name =>
        ask('limited', 'get', `${path}/${name}`),
      ),
    );
    expect(hidden.status).toBe(404);
    expect(hidden.body.error).toEqual({
      ...none.body.error,
      message: 'found no entity for ref component:default/hidden',
    });
    expect(JSON.stringify(hidden.body)).not.toContain('git.example.com');
    expect(await ask('limited', 'get', `${path}/open`)).toMatchObject({
      body: { target: OPEN },
    });
    expect(await ask('anybody', 'get', `${path}/hidden`)).toMatchObject({
      body: { target: SECRET },
    });
  });

  it('lists only the locations whose entities are readable', async () => {
    expect(await listed('anybody')).toEqual([MIXED, OPEN, SECRET]);
    expect(await listed('blind')).toEqual([]);
    expect(await ask('blind', 'get', `/locations/${ids[OPEN]}`)).toMatchObject({
      status: 404,
      body: { error: { message: `Found no location with ID ${ids[OPEN]}` } },
    });
    expect(
      await ask('blind', 'post', '/locations/by-query', { limit: 1 }),
    ).toEqual({
      status: 200,
      body: { items: [], totalItems: 0, pageInfo: {} },
    });
    expect(
      await ask('blind', 'delete', `/locations/${ids[OPEN]}`),
    ).toHaveProperty('status', 404);
  });

  it('pages through what is readable', async () => {
    const seen: string[] = [];
    let body: any = { limit: 2 };
    while (body) {
      const page = await ask('limited', 'post', '/locations/by-query', body);
      expect(page.body.totalItems).toBe(3);
      seen.push(...page.body.items.map(({ id }: Location) => id));
      const { nextCursor } = page.body.pageInfo;
      body = nextCursor && { cursor: nextCursor };
    }
    expect(seen).toEqual(Object.values(ids).sort());
  });

  it('neither removes nor moves a location of which something may not be removed', async () => {
    const moved = { type: 'url', target: 'https://git.example.com/moved' };
    for (const [as, target] of [
      ['limited', MIXED],
      ['limited', SECRET],
      ['keeper', OPEN],
    ]) {
      const path = `/locations/${ids[target]}`;
      expect(await ask(as, 'delete', path)).toHaveProperty('status', 403);
      expect(await ask(as, 'put', path, moved)).toHaveProperty('status', 403);
    }
    expect(await listed('anybody')).toEqual([MIXED, OPEN, SECRET]);

    expect(
      await ask('limited', 'delete', `/locations/${ids[OPEN]}`),
    ).toHaveProperty('status', 204);
    expect(
      await ask('anybody', 'delete', `/locations/${ids[MIXED]}`),
    ).toHaveProperty('status', 204);
    expect(await listed('anybody')).toEqual([SECRET]);
  });
});
