import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  AdministratorOutcome,
  AdministratorState,
} from '@callboard/plugin-access-common';
import {
  answered,
  renderPermissions,
} from '../__testUtils__/renderPermissions';

function open(options: {
  state?: AdministratorState['state'];
  outcome?: AdministratorOutcome['outcome'];
  path?: string;
  fail?: Error;
}) {
  const { state = 'open', outcome = 'done' } = options;
  return renderPermissions({
    path: options.path ?? '/access/administrator#token=secret',
    api: {
      administrator: jest.fn(async () => ({ state })),
      becomeAdministrator: jest.fn(async () => {
        if (options.fail) throw options.fail;
        return { outcome };
      }),
    },
  });
}

const confirm = async () =>
  userEvent.click(
    await screen.findByRole('button', { name: 'Become administrator' }),
  );

describe('AdministratorPage', () => {
  it('asks first, and takes the token out of the address', async () => {
    const { api } = open({});
    expect(
      await screen.findByText('This portal has no administrator yet'),
    ).toBeVisible();
    expect(screen.getByTestId('where').textContent).toBe(
      '/access/administrator',
    );
    expect(api.becomeAdministrator).not.toHaveBeenCalled();
    await confirm();
    expect(
      await screen.findByText('You administer this portal now'),
    ).toBeVisible();
    expect(api.becomeAdministrator).toHaveBeenCalledWith({ token: 'secret' });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each<[AdministratorOutcome['outcome'], string]>([
    ['expired', 'This link has expired'],
    ['invalid', 'This link is not good any more'],
    ['taken', 'This portal has an administrator'],
  ])('says what is wrong with a link that is %s', async (outcome, title) => {
    open({ outcome });
    await confirm();
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each<[AdministratorState['state'], string]>([
    ['taken', 'This portal has an administrator'],
    ['yours', 'You administer this portal'],
    ['guest', 'A guest cannot administer the portal'],
  ])('offers nothing where the portal is %s', async (state, title) => {
    open({ state });
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers nothing without a token', async () => {
    open({ path: '/access/administrator' });
    expect(
      await screen.findByText(/whoever opens the link that the portal prints/),
    ).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that too many were tried', async () => {
    open({ fail: await answered(429, 'slow') });
    await confirm();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Wait ten minutes',
    );
  });
});
