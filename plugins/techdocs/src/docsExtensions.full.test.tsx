import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import techdocs from '@backstage/plugin-techdocs/alpha';
import { configure, screen, waitFor } from '@testing-library/react';
import { createSyncStream } from './__testUtils__/createSyncStream';
import { docsExtensions } from './docsExtensions';

configure({ asyncUtilTimeout: 40_000 });
jest.setTimeout(120_000);

const PAGE = `<html><head></head><body><div class="md-container">
  <main data-md-component="content"><h1>Shop handbook</h1></main></div></body></html>`;

describe('the reader of stock TechDocs with these extensions', () => {
  it('shows the first build, and then the page, without a reload', async () => {
    const stream = createSyncStream();
    let isBuilt = false;
    const answer = (status: number, body: unknown) =>
      ({
        ok: status < 400,
        status,
        headers: new Headers({ 'content-type': 'application/json' }),
        json: async () => body,
        text: async () =>
          typeof body === 'string' ? body : JSON.stringify(body),
      } as Response);
    const fetch: typeof window.fetch = async input => {
      const url = String(input instanceof Request ? input.url : input);
      if (url.includes('/api/techdocs/sync/')) {
        return { ok: true, status: 200, body: stream.body } as Response;
      }
      if (url.includes('/static/docs/default/component/shop/')) {
        return isBuilt ? answer(200, PAGE) : answer(404, 'none');
      }
      // The card about the entity has no part in this.
      if (url.includes('/metadata/entity/')) return new Promise(() => {});
      if (url.includes('/metadata/techdocs/') && isBuilt) {
        return answer(200, { site_name: 'Shop handbook' });
      }
      if (url.includes('/cookie')) {
        return answer(200, {
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        });
      }
      return answer(404, {});
    };

    renderTestApp({
      features: [techdocs.withOverrides({ extensions: docsExtensions })],
      initialRouteEntries: ['/docs/default/component/shop'],
      config: {
        app: {
          baseUrl: 'http://localhost',
          // The plugins of which the header shows something are not there.
          extensions: [
            {
              'page:techdocs/reader': {
                config: { withoutSearch: true, withoutHeader: true },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
      apis: [
        mockApis.fetch({ baseImplementation: fetch }),
        catalogApiMock({ entities: [] }),
        mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
      ],
    });

    // While the code of the reader is loaded.
    expect(
      await screen.findByRole('progressbar', { name: 'Loading the docs' }),
    ).toContainElement(screen.getByTestId('docs-skeleton'));
    expect(await screen.findByText('Building these docs')).toBeInTheDocument();
    stream.log('Step 2 of 3: Generating docs');
    stream.log('Rendered 3 of 7 pages');
    expect(await screen.findByText('3 of 7')).toBeInTheDocument();
    expect(screen.getByTestId('docs-skeleton')).toBeInTheDocument();

    isBuilt = true;
    stream.finish(true);
    const host = await screen.findByTestId('techdocs-native-shadowroot');
    expect(host.shadowRoot).toHaveTextContent('Shop handbook');
    await waitFor(() =>
      expect(screen.queryByTestId('docs-skeleton')).toBeNull(),
    );
    expect(screen.queryByText(/404/)).toBeNull();
  });
});
