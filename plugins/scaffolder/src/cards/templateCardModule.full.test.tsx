import { screen, waitFor } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { createBackend } from '../__testUtils__/createBackend';
import { renderCreate } from '../__testUtils__/renderCreate';

const template = (name: string, metadata = {}): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default', ...metadata },
  spec: { type: 'service', steps: [] },
});

it('draws the other cards when one of them breaks', async () => {
  renderCreate({
    path: '/create/templates',
    backend: createBackend(),
    entities: [
      template('good'),
      template('bad', { tags: 'no list' }),
      template('fine'),
    ],
  });
  // Stock's list draws itself anew while its filters come.
  await waitFor(() => {
    expect(
      screen.getByText('The card of the template default/bad cannot be shown'),
    ).toBeVisible();
    expect(screen.getByText('good')).toBeVisible();
    expect(screen.getByText('fine')).toBeVisible();
  });
  expect(screen.getByRole('link', { name: 'Open its form' })).toHaveAttribute(
    'href',
    '/create/templates/default/bad',
  );
});
