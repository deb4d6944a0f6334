import {
  PageBlueprint,
  createFrontendPlugin,
  useApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { configure, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import avatarsModule from '.';

// The whole catalog plugin is rendered around the page, which takes a busy machine its time.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(30_000);

const JANE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'jane', namespace: 'default', etag: 'e1' },
  spec: { profile: { picture: 'https://pictures.example/jane.png' } },
};

/** A page that shows what any page gets from the catalog. */
const Probe = () => {
  const catalogApi = useApi(catalogApiRef);
  const [profile, setProfile] = useState<string>();
  useEffect(() => {
    catalogApi
      .getEntityByRef('user:default/jane')
      .then(user => setProfile(JSON.stringify(user?.spec?.profile)));
  }, [catalogApi]);
  return <div>profile: {profile}</div>;
};
const probePlugin = createFrontendPlugin({
  pluginId: 'probe',
  extensions: [
    PageBlueprint.make({
      params: { path: '/probe', loader: async () => <Probe /> },
    }),
  ],
});

function renderPortal(options: { cookieStatus: number; enabled?: boolean }) {
  const requests: string[] = [];
  const fetch: typeof window.fetch = async input => {
    const url = String(input instanceof Request ? input.url : input);
    requests.push(url);
    const json = (status: number, body: unknown) =>
      ({
        ok: status < 400,
        status,
        json: async () => body,
        text: async () => JSON.stringify(body),
      } as Response);
    if (url.includes('/api/catalog/entities/by-name/user/default/jane')) {
      return json(200, JANE);
    }
    if (url.endsWith('/api/avatars/.backstage/auth/v1/cookie')) {
      return json(options.cookieStatus, {
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
    }
    return json(404, {});
  };
  renderTestApp({
    features: [catalogPlugin, avatarsModule, probePlugin],
    initialRouteEntries: ['/probe'],
    config: {
      app: { baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost:7007' },
      ...(options.enabled !== undefined && {
        avatars: { enabled: options.enabled },
      }),
    },
    apis: [
      mockApis.fetch({ baseImplementation: fetch }),
      mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
    ],
  });
  return requests;
}

describe('the avatars module', () => {
  it('has the pictures of the catalog loaded from the portal', async () => {
    const requests = renderPortal({ cookieStatus: 200 });

    expect(
      await screen.findByText(
        'profile: {"picture":"http://localhost:7007/api/avatars/v1/user/default/jane?v=e1"}',
      ),
    ).toBeInTheDocument();
    expect(requests).toContain(
      'http://localhost:7007/api/avatars/.backstage/auth/v1/cookie',
    );
  });

  it('shows initials, and breaks nothing, on a backend without the plugin', async () => {
    const errors = jest.spyOn(console, 'error').mockImplementation();
    renderPortal({ cookieStatus: 404 });

    expect(await screen.findByText('profile: {}')).toBeInTheDocument();
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  it('asks for nothing when it is switched off', async () => {
    const requests = renderPortal({ cookieStatus: 200, enabled: false });

    expect(await screen.findByText('profile: {}')).toBeInTheDocument();
    expect(requests.filter(url => url.includes('avatars'))).toEqual([]);
  });
});
