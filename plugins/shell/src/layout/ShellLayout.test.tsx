import { ConfigReader } from '@backstage/config';
import { configApiRef } from '@backstage/core-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ShellLayout } from './ShellLayout';

const renderLayout = (providers: object) =>
  renderInTestApp(
    <TestApiProvider
      apis={[[configApiRef, new ConfigReader({ auth: { providers } as any })]]}
    >
      <ShellLayout nav={null} content={<p>A page</p>} />
    </TestApiProvider>,
  );
const banner = () => screen.queryByRole('region', { name: 'Guest' });

it('says above every page of a portal without a sign-in that everybody is a guest', async () => {
  await renderLayout({ guest: {} });
  expect(screen.getByText('A page')).toBeInTheDocument();
  expect(banner()).toHaveTextContent(/You are a guest/);
  expect(banner()).toHaveTextContent(/nobody can change anything/);
});

it('says nothing of guests where people sign in', async () => {
  await renderLayout({ guest: {}, github: {} });
  expect(screen.getByText('A page')).toBeInTheDocument();
  expect(banner()).not.toBeInTheDocument();
});
