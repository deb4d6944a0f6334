import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answered,
  explanationFixture,
  overviewFixture,
  renderPermissions,
} from './__testUtils__/renderPermissions';

describe('the question', () => {
  it('is answered with reasons, and stands in the address', async () => {
    const { api } = renderPermissions({
      api: { explain: jest.fn(async () => explanationFixture) },
    });
    expect(
      await screen.findByText('The portal tells what decides'),
    ).toBeVisible();
    const button = screen.getByRole('button', { name: 'Explain' });
    expect(button).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/^User/), 'jane');
    await userEvent.click(screen.getByRole('button', { name: /Permission/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'catalog.entity.read' }),
    );
    await userEvent.type(screen.getByLabelText(/Entity/), 'component:vault');
    await userEvent.click(button);

    expect(await screen.findByText('Denied:')).toBeVisible();
    expect(screen.getByText('It does not meet the conditions.')).toBeVisible();
    expect(screen.getByText('Make her the owner.')).toBeVisible();
    expect(
      screen.getByText(/user:default\/jane → group:default\/partners/),
    ).toBeVisible();
    expect(api.explain).toHaveBeenCalledWith(
      {
        user: 'jane',
        permission: 'catalog.entity.read',
        entity: 'component:vault',
      },
      expect.anything(),
    );
    expect(screen.getByTestId('where')).toHaveTextContent(
      '/access/permissions?user=jane&permission=catalog.entity.read&entity=component%3Avault',
    );
  });

  it('leaves the entity out where the permission is about none', async () => {
    renderPermissions({
      path: '/access/permissions?user=jane&permission=devtools.info',
      api: { explain: jest.fn(async () => explanationFixture) },
    });
    await waitFor(() => expect(screen.getByLabelText(/Entity/)).toBeDisabled());
  });

  it('says what is not known, with what was meant', async () => {
    renderPermissions({
      path: '/access/permissions?user=jnae&permission=devtools.info',
      api: {
        explain: jest.fn(async () => {
          throw await answered(
            404,
            'There is no user jnae. Did you mean jane?',
          );
        }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no user jnae. Did you mean jane?',
    );
  });
});

describe('the roles', () => {
  it('show who has them and why; what the configuration says cannot be changed', async () => {
    const { api } = renderPermissions({
      api: { remove: jest.fn(async () => {}) },
    });
    const panel = within(await screen.findByRole('region', { name: /Roles/ }));
    await userEvent.click(await panel.findByRole('button', { name: /admin/ }));
    expect(
      panel.getByText('In the configuration: permission.callboard.admins'),
    ).toBeVisible();
    expect(
      panel.getByText('Given by user:default/olivia on 2026-11-26'),
    ).toBeVisible();
    const buttons = panel.getAllByRole('button', { name: /^Take admin from/ });
    expect(buttons).toHaveLength(1);

    await userEvent.click(buttons[0]);
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Take away' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.remove).toHaveBeenCalledWith({
      role: 'admin',
      member: 'user:default/jane',
    });
    expect(api.roles.mock.calls.length).toBeGreaterThan(1);
  });

  it('are given, and a refusal is told in the dialog', async () => {
    const assign = jest
      .fn<Promise<void>, unknown[]>()
      .mockRejectedValueOnce(
        await answered(404, 'There is no user user:default/jnae.'),
      )
      .mockResolvedValueOnce(undefined);
    const { api } = renderPermissions({ api: { assign } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Give a role' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/User or group/), 'user:jnae');
    await userEvent.click(dialog.getByRole('button', { name: /Role/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'viewer' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Give' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The role was not given. There is no user user:default/jnae.',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Give' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.assign).toHaveBeenLastCalledWith({
      role: 'viewer',
      member: 'user:jnae',
    });
  });

  it('cannot be changed by those who only look, and warn of unknown permissions', async () => {
    renderPermissions({
      api: {
        roles: jest.fn(async () => ({
          ...overviewFixture,
          mayManage: false,
          unknownPermissions: [{ key: 'a.key', name: 'catalog.entitty' }],
        })),
      },
    });
    const panel = within(await screen.findByRole('region', { name: /Roles/ }));
    await userEvent.click(await panel.findByRole('button', { name: /admin/ }));
    expect(
      panel.getByText(/a.key is catalog.entitty, which no plugin/),
    ).toBeVisible();
    expect(panel.queryByRole('button', { name: /Give|Take/ })).toBeNull();
  });

  it('show what was given of a role that is not there any more, and take it', async () => {
    const { api } = renderPermissions({
      api: {
        remove: jest.fn(async () => {}),
        roles: jest.fn(async () => ({
          ...overviewFixture,
          orphaned: [
            {
              role: 'partner',
              member: 'group:default/partners',
              assignedBy: 'user:default/olivia',
              assignedAt: '2026-11-26T20:00:00Z',
            },
          ],
        })),
      },
    });
    const panel = within(await screen.findByRole('region', { name: /Roles/ }));
    await userEvent.click(
      await panel.findByRole('button', { name: /No longer there/ }),
    );
    await userEvent.click(
      panel.getByRole('button', {
        name: 'Take partner from group:default/partners',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Take away' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.remove).toHaveBeenCalledWith({
      role: 'partner',
      member: 'group:default/partners',
    });
  });

  it('are refused to those who do not run the portal', async () => {
    renderPermissions({
      api: {
        roles: jest.fn(async () => {
          throw await answered(403, 'Only operators see who may do what');
        }),
      },
    });
    expect(
      await screen.findByText('This page is for those who run the portal'),
    ).toBeVisible();
  });
});
