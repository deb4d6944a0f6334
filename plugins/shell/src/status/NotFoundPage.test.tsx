import { ConfigReader } from '@backstage/config';
import { configApiRef } from '@backstage/frontend-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { NotFoundPage } from './NotFoundPage';

const renderAt = (path: string, providers: object = {}) =>
  renderInTestApp(
    <TestApiProvider
      apis={[[configApiRef, new ConfigReader({ auth: { providers } as any })]]}
    >
      <NotFoundPage />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );

describe('NotFoundPage', () => {
  it.each(['/nope', '/catalog-imports', '/connections/nope', '/create/editor'])(
    'says of %s that there is no such page',
    async path => {
      await renderAt(path);
      expect(
        screen.getByRole('heading', { name: 'There is no such page' }),
      ).toBeInTheDocument();
    },
  );

  it.each(['/catalog-import', '/devtools/config', '/create/edit'])(
    'says of %s whom to ask for it',
    async path => {
      await renderAt(path);
      expect(
        screen.getByRole('heading', { name: 'This page is not open to you' }),
      ).toBeInTheDocument();
      expect(
        screen.getByText('permission.callboard.admins'),
      ).toBeInTheDocument();
      expect(screen.queryByText(/guest/)).not.toBeInTheDocument();
    },
  );

  it('tells a guest of the trial what a guest may do', async () => {
    await renderAt('/devtools', { guest: {} });
    expect(screen.getByText(/A guest of the trial/)).toBeInTheDocument();
  });
});
