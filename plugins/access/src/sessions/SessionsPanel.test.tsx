import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { SessionsAnswer } from '@callboard/plugin-access-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sessionsApiRef, type SessionsApi } from './api/SessionsApi';
import { SessionsPanel } from './SessionsPanel';

const olivia = {
  userEntityRef: 'user:default/olivia',
  lastSeenAt: new Date(Date.now() - 130_000).toISOString(),
  isHeld: false,
};

function open(answer: Partial<SessionsAnswer>, api: Partial<SessionsApi> = {}) {
  const revoke = jest.fn(async () => {});
  renderInTestApp(<SessionsPanel />, {
    apis: [
      [
        sessionsApiRef,
        {
          list: async () => ({ people: [], mayManage: true, ...answer }),
          revoke,
          ...api,
        },
      ],
    ],
  });
  return { revoke };
}

it('says that nobody is there', async () => {
  open({});
  expect(await screen.findByText('Nobody has a session')).toBeVisible();
});

it('ends what a person has open, after a question', async () => {
  const { revoke } = open({ people: [olivia] });
  const end = await screen.findByRole('button', {
    name: 'End all sessions of user:default/olivia',
  });
  expect(screen.getByRole('listitem')).toHaveTextContent('2 minutes ago');
  await userEvent.click(end);
  expect(revoke).not.toHaveBeenCalled();
  await userEvent.click(
    await screen.findByRole('button', { name: 'End all sessions' }),
  );
  await waitFor(() =>
    expect(revoke).toHaveBeenCalledWith({
      userEntityRef: 'user:default/olivia',
    }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says why nothing was ended', async () => {
  open(
    { people: [olivia] },
    {
      revoke: async () => {
        throw new Error('The database is away');
      },
    },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /End all sessions of/ }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'End all sessions' }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nothing was ended. The database is away',
  );
});

it('offers nothing to those who only see, and explains a sync that may have failed', async () => {
  open({ people: [{ ...olivia, isHeld: true }], mayManage: false });
  expect(await screen.findByText(/looks like a failed sync/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('says who may see this', async () => {
  open(
    {},
    {
      list: async () => {
        throw new NotAllowedError('Only operators see sessions');
      },
    },
  );
  expect(
    await screen.findByText('This page is for those who run the portal'),
  ).toBeVisible();
});
