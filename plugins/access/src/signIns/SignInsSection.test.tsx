import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { ExplainedSignInFailure } from '@callboard/plugin-access-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessPlugin } from '../plugin';
import { sessionsApiRef } from '../sessions/api/SessionsApi';
import { type SignInsApi, signInsApiRef } from './api/SignInsApi';

const failure = (
  more: Partial<ExplainedSignInFailure> = {},
): ExplainedSignInFailure => ({
  reference: 'K7F-2QX',
  at: new Date(Date.now() - 130_000).toISOString(),
  times: 1,
  provider: 'github',
  kind: 'no-user',
  person: { subject: 'U_1', userName: 'priya', email: 'priya@example.org' },
  attempts: [
    {
      resolver: 'usernameMatchingUserEntityName',
      lookedFor: 'a User named priya',
      found: 'nobody',
    },
  ],
  near: [
    {
      userEntityRef: 'user:default/priya-r',
      displayName: 'Priya Raman',
      because: 'almost the same name',
    },
  ],
  remedies: ['Add a User for priya.'],
  ...more,
});

const open = (
  failures: ExplainedSignInFailure[],
  options: { path?: string; api?: Partial<SignInsApi>; config?: object } = {},
) => {
  const baseUrl = 'https://portal.acme.example';
  const post = jest.fn(() => ({ close() {} }));
  const api: SignInsApi = {
    list: async () => failures,
    mine: jest.fn(async () => []),
    ...options.api,
  };
  renderTestApp({
    features: [accessPlugin],
    initialRouteEntries: [options.path ?? '/access/sign-ins'],
    config: { app: { baseUrl }, backend: { baseUrl }, ...options.config },
    apis: [
      [signInsApiRef, api],
      [sessionsApiRef, { list: async () => ({ people: [] }) }],
      [toastApiRef, { post, toast$: undefined as never }],
    ] as never,
  });
  return { api, post };
};

it('is the first tab, and says what stands here when nothing has failed', async () => {
  open([], { path: '/access' });
  expect(await screen.findByText('No sign-in has failed')).toBeVisible();
  const [first] = within(
    screen.getByRole('navigation', { name: 'Access' }),
  ).getAllByRole('link');
  expect(first).toHaveTextContent('Sign-ins');
});

it('shows a failure on one line, and all of it below', async () => {
  open([failure({ times: 3 })]);
  const row = await screen.findByRole('button', { name: /K7F-2QX/ });
  expect(row).toHaveTextContent('No user in the catalog × 3');
  expect(row).toHaveTextContent('priya');
  expect(row).toHaveTextContent('2 minutes ago');
  await userEvent.click(row);
  expect(screen.getByRole('list', { name: 'What to do' })).toHaveTextContent(
    'Add a User for priya.',
  );
  expect(
    screen.getByText(/looked for a User named priya: nobody/),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'Priya Raman' })).toHaveAttribute(
    'href',
    '/catalog/default/user/priya-r',
  );
  expect(screen.getByText('U_1')).toBeVisible();
});

it('finds one by the reference that the person names, and opens it', async () => {
  open([failure(), failure({ reference: 'AB3-CD4', person: undefined })]);
  await screen.findByRole('button', { name: /AB3-CD4/ });
  await userEvent.type(
    screen.getByRole('searchbox', { name: 'Find by reference or person' }),
    'k7f',
  );
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: /AB3-CD4/ })).toBeNull(),
  );
  expect(screen.getByRole('button', { name: /K7F-2QX/ })).toBeVisible();
});

it('tells whoever signs in where to authorise single sign-on', async () => {
  const { post } = open([], {
    api: {
      mine: async () => [
        {
          reference: 'K7F-2QX',
          links: [
            { title: 'Authorise for acme', href: 'https://github.com/orgs' },
          ],
        },
      ],
    },
    config: {
      auth: { providers: { github: { production: { allowSamlSso: true } } } },
    },
  });
  await waitFor(() =>
    expect(post).toHaveBeenCalledWith(
      expect.objectContaining({
        status: 'warning',
        links: [
          { label: 'Authorise for acme', href: 'https://github.com/orgs' },
        ],
      }),
    ),
  );
});

it('asks for no notices where single sign-on is off', async () => {
  const { api } = open([]);
  await screen.findByText('No sign-in has failed');
  expect(api.mine).not.toHaveBeenCalled();
});
