import { microsoftAuthApiRef } from '@backstage/core-plugin-api';
import { leaveFor } from './leaveFor';
import { leaving } from './leaving';
import { recallProvider } from './rememberedProvider';

it('asks for the way of the whole tab, back to the page that it is on', async () => {
  window.history.replaceState({}, '', '/catalog?kind=api');
  const assign = jest.fn();
  await leaveFor({
    provider: {
      id: 'microsoft',
      title: 'Microsoft',
      apiRef: microsoftAuthApiRef,
      scope: 'openid profile',
    },
    environment: 'production',
    discoveryApi: { getBaseUrl: async () => 'http://portal/api/auth' },
    assign,
  });

  const url = new URL(assign.mock.calls[0][0]);
  expect(`${url.origin}${url.pathname}`).toBe(
    'http://portal/api/auth/microsoft/start',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    env: 'production',
    flow: 'redirect',
    origin: window.location.origin,
    redirectUrl: `${window.location.origin}/catalog?kind=api`,
    scope: 'openid profile',
  });
  expect(leaving.hasLeft()).toBe(true);
  expect(recallProvider(localStorage)).toBe('microsoft');
});
