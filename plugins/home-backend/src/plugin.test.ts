import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { homeBackendPlugin } from './plugin';

jest.setTimeout(60_000);

describe('homeBackendPlugin', () => {
  let close: () => Promise<void>;
  let url: string;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        homeBackendPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    url = `http://localhost:${backend.server.port()}/api/home/new`;
    close = () => backend.stop();
  });
  afterAll(() => close());

  const get = (query = '', token = mockCredentials.user.token()) =>
    fetch(`${url}${query}`, { headers: { authorization: `Bearer ${token}` } });

  it('answers a signed-in person', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ items: [] });
  });

  it.each(['0', '51', '1.5', 'many'])('refuses a limit of %s', async limit => {
    const response = await get(`?limit=${limit}`);
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toContain(
      `limit must be a whole number from 1 to 50, not '${limit}'`,
    );
  });

  it('refuses those who are not signed in', async () => {
    expect((await fetch(url)).status).toBe(401);
  });
});
