import { FailureLog } from '../failures/FailureLog';
import { WatchedArgoCdClient } from './WatchedArgoCdClient';

describe('WatchedArgoCdClient', () => {
  const fetchMock = jest.fn();
  const failures = new FailureLog();
  const client = new WatchedArgoCdClient({
    discoveryApi: { getBaseUrl: async () => 'http://portal/api/argocd' },
    identityApi: { getCredentials: async () => ({ token: 't' }) } as any,
    backendBaseUrl: 'http://portal',
    searchInstances: true,
    useNamespacedApps: false,
    failures,
  });
  const answers = (body: unknown) =>
    fetchMock.mockResolvedValueOnce({ ok: true, json: async () => body });
  beforeEach(() => {
    global.fetch = fetchMock;
  });

  it('says so when no Argo CD has the application', async () => {
    answers([]);
    await expect(client.serviceLocatorUrl({ appName: 'web' })).resolves.toEqual(
      [],
    );
    expect(failures.latest()).toMatch(/No Argo CD knows the application web/);

    answers([{ name: 'production', url: 'http://argo' }]);
    await client.serviceLocatorUrl({ appName: 'web' });
    expect(failures.latest()).toBeUndefined();
  });
});
