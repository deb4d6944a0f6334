import type { Entity } from '@backstage/catalog-model';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { entitySourceCard } from './entitySourceCard';

const SHA = 'ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34';

const shop = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', annotations },
});

function render(entity: Entity) {
  renderTestApp({
    features: [
      createFrontendPlugin({
        pluginId: 'github',
        extensions: [entitySourceCard],
      }),
    ],
    extensions: [createTestEntityPage({ entity })],
  });
}

const read = {
  'backstage.io/managed-by-location':
    'url:https://github.com/acme/shop/tree/feature/x/docs/catalog info.yaml',
  'callboard/source-file': 'docs/catalog info.yaml',
  'callboard/seen-at': '2026-11-26T10:00:00.000Z',
};

describe('entitySourceCard', () => {
  it('shows the file and the commit that it was read from, when and how late', async () => {
    render(
      shop({
        ...read,
        'callboard/source-commit': SHA,
        'callboard/lag-ms': '430',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Source' }),
    ).toBeVisible();
    const file = screen.getByRole('link', { name: /docs\/catalog info.yaml/ });
    expect(file).toHaveAttribute(
      'href',
      `https://github.com/acme/shop/blob/${SHA}/docs/catalog%20info.yaml`,
    );
    expect(file).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByRole('link', { name: /^ab12cd3/ })).toHaveAttribute(
      'href',
      `https://github.com/acme/shop/commit/${SHA}`,
    );
    expect(screen.getByText(/2026/)).toHaveAttribute(
      'datetime',
      '2026-11-26T10:00:00.000Z',
    );
    expect(screen.getByText(/430 ms after the push/)).toBeVisible();
  });

  it('has no links where no commit is known, and no lag where it was there before', async () => {
    render(shop(read));
    expect(await screen.findByText('docs/catalog info.yaml')).toBeVisible();
    expect(screen.queryByRole('link', { name: /catalog/ })).toBeNull();
    expect(screen.queryByText('Commit')).toBeNull();
    expect(screen.queryByText(/after the push/)).toBeNull();
  });

  it('says that an entity is inferred, and leads to where its descriptor is written', async () => {
    render(
      shop({
        'backstage.io/managed-by-location': 'url:https://github.com/acme/shop',
        'backstage.io/edit-url':
          'https://github.com/acme/shop/new/main?filename=catalog-info.yaml',
        'callboard/inferred': 'true',
      }),
    );
    expect(
      await screen.findByText(/Inferred from what GitHub knows of/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /acme\/shop/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/shop',
    );
    expect(
      screen.getByRole('link', { name: /Create a descriptor/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/shop/new/main?filename=catalog-info.yaml',
    );
  });

  it('makes no link of an address that is not one of a web page', async () => {
    render(
      shop({
        // eslint-disable-next-line no-script-url
        'backstage.io/edit-url': 'javascript:alert(1)',
        'backstage.io/managed-by-location': 'file:/srv/all.yaml',
        'callboard/inferred': 'true',
      }),
    );
    expect(await screen.findByText(/its repository/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /descriptor/ })).toBeNull();
  });

  it('is not on entities that come from elsewhere', async () => {
    render(shop({ 'callboard/seen-at': '2026-11-26T10:00:00.000Z' }));
    expect(await screen.findByTestId('empty-entity-page')).toBeVisible();
    expect(screen.queryByText('Source')).toBeNull();
  });
});
