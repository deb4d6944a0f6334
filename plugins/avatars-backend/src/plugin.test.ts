import {
  type TestBackend,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import avatarsPlugin from '.';
import {
  PNG,
  type PictureServer,
  startPictureServer,
} from './testUtils/startPictureServer';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

const entity = (kind: string, name: string, picture?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName: name, ...(picture && { picture }) } },
});

const bearer = (as: string) => ({
  authorization: mockCredentials.user.header(as),
});
const JANE = 'user:default/jane';

describe('the avatars plugin', () => {
  let host: PictureServer;
  let backend: TestBackend;
  let baseUrl: string;
  const auditor = mockServices.auditor.mock();
  const failed = jest.fn();

  beforeAll(async () => {
    host = await startPictureServer();
    auditor.createEvent.mockResolvedValue({
      success: jest.fn(),
      fail: failed,
    });
    const catalog = catalogServiceMock({
      entities: [
        entity('User', 'jane', `${host.url}/png`),
        entity('User', 'plain'),
        entity(
          'User',
          'inline',
          `data:image/png;base64,${PNG.toString('base64')}`,
        ),
        entity('User', 'inside', 'http://169.254.169.254/latest/meta-data'),
        entity('User', 'detour', `${host.url}/to?http://127.0.0.1/`),
        entity('User', 'vector', `${host.url}/type?image/svg%2Bxml`),
        entity('User', 'hidden', `${host.url}/png`),
        entity('Group', 'payments', `${host.url}/png`),
        entity('Component', 'web', `${host.url}/png`),
      ],
    });
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { avatars: { allowedHosts: [host.host] } },
        }),
        auditor.factory,
        // Jane may see everybody but `hidden`, and others nobody.
        catalogServiceMock.mock({
          getEntityByRef: async (ref, options) => {
            const { credentials } = options as {
              credentials: ReturnType<typeof mockCredentials.user>;
            };
            const visible =
              credentials.principal.userEntityRef === JANE &&
              ref !== 'user:default/hidden';
            return visible ? catalog.getEntityByRef(ref) : undefined;
          },
        }).factory,
        avatarsPlugin,
      ],
    });
    baseUrl = `http://localhost:${backend.server.port()}/api/avatars`;
  });
  beforeEach(() => {
    host.requests.length = 0;
    jest.clearAllMocks();
  });
  afterAll(async () => {
    await backend?.stop();
    await host.stop();
  });

  const get = (path: string, headers: Record<string, string> = bearer(JANE)) =>
    fetch(`${baseUrl}${path}`, { headers });

  const refusal = async (path: string, headers?: Record<string, string>) => {
    const response = await get(path, headers);
    const { error } = await response.json();
    return [response.status, error.message];
  };

  it('serves the pictures of users and groups from itself', async () => {
    for (const path of [
      '/v1/default/jane',
      '/v1/user/default/jane',
      '/v1/User/Default/Jane',
      '/v1/group/default/payments',
    ]) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control':
          'private, max-age=86400, stale-while-revalidate=604800',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-type': 'image/png',
        'cross-origin-resource-policy': 'same-site',
        'x-content-type-options': 'nosniff',
        etag: expect.stringMatching(/^"[\w-]{43}"$/),
      });
    }
    // All four have the same picture, and it was fetched once.
    expect(host.requests).toHaveLength(1);
  });

  it('sends a picture that the browser has only once', async () => {
    const first = await get('/v1/default/jane');
    const second = await get('/v1/default/jane', {
      ...bearer(JANE),
      'if-none-match': first.headers.get('etag') ?? '',
      // As browsers ask; without it this client would ask past every cache.
      'cache-control': 'max-age=0',
    });

    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('serves a picture that the catalog holds itself', async () => {
    const response = await get('/v1/default/inline');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(host.requests).toEqual([]);
  });

  it('knows the visitor by the cookie that it hands out', async () => {
    const issued = await get('/.backstage/auth/v1/cookie');
    const cookie = issued.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^backstage-auth=/);

    const response = await get('/v1/default/jane', { cookie });
    expect(response.status).toBe(200);
  });

  it('serves nobody without an identity', async () => {
    const response = await get('/v1/default/jane', {
      authorization: mockCredentials.none.header(),
    });

    expect(response.status).toBe(401);
    expect(host.requests).toEqual([]);
  });

  it('shows only pictures of those whom the visitor may see', async () => {
    await expect(refusal('/v1/default/hidden')).resolves.toEqual([
      404,
      'The catalog has no user:default/hidden, or you may not see it',
    ]);
    await expect(
      refusal('/v1/default/jane', bearer('user:default/joe')),
    ).resolves.toEqual([
      404,
      'The catalog has no user:default/jane, or you may not see it',
    ]);
  });

  it('says why there is no picture', async () => {
    await expect(refusal('/v1/default/plain')).resolves.toEqual([
      404,
      'The catalog has no picture of user:default/plain',
    ]);
    await expect(refusal('/v1/default/vector')).resolves.toEqual([
      404,
      'No picture of user:default/vector: its type is not PNG, JPEG, GIF, WebP or AVIF',
    ]);
    await expect(refusal('/v1/component/default/web')).resolves.toEqual([
      400,
      'Only users and groups have pictures, not the kind "component"',
    ]);
    const response = await get('/v1/default/vector');
    expect(response.headers.get('cache-control')).toBe('private, max-age=300');
    expect(host.requests).toHaveLength(1);
  });

  it.each(['inside', 'detour'])(
    'refuses addresses that are not public, and records who asked: %s',
    async name => {
      await expect(refusal(`/v1/default/${name}`)).resolves.toEqual([
        404,
        expect.stringMatching(/has no public address/),
      ]);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'picture-fetch',
          request: expect.anything(),
          meta: { entityRef: `user:default/${name}`, actor: JANE },
        }),
      );
      expect(failed).toHaveBeenCalledTimes(1);
    },
  );

  it('takes no URL from the visitor', async () => {
    const response = await get(
      `/v1/default/plain?url=${encodeURIComponent(`${host.url}/png`)}`,
    );

    expect(response.status).toBe(404);
    expect(host.requests).toEqual([]);
  });
});

describe('the avatars plugin, switched off', () => {
  it('fetches nothing', async () => {
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { avatars: { enabled: false } },
        }),
        catalogServiceMock.factory({
          entities: [entity('User', 'jane', 'http://127.0.0.1/png')],
        }),
        avatarsPlugin,
      ],
    });
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/avatars/v1/default/jane`,
      { headers: bearer(JANE) },
    );

    expect(response.status).toBe(404);
    expect((await response.json()).error.message).toBe(
      'Pictures are switched off: avatars.enabled',
    );
    await backend.stop();
  });
});
