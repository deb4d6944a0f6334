import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answered,
  inDays,
  keyFixture,
  renderKeys,
} from './__testUtils__/renderKeys';

const KEY = `cbk_0123456789ab_${'x'.repeat(43)}`;

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const closed = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the tab of keys', () => {
  it('says what keys are for where there is none, and what the configuration lets in', async () => {
    renderKeys({
      answer: {
        configured: [
          {
            path: 'backend.auth.keys[0]',
            subject: 'external:ap-key',
            type: 'secret',
          },
        ],
      },
    });
    expect(await screen.findByText('No machine has a key')).toBeVisible();
    const row = within(
      screen.getByRole('region', { name: 'In the configuration' }),
    ).getByRole('listitem');
    expect(row).toHaveTextContent(
      'external:ap-keyeverythingbackend.auth.keys[0]',
    );
  });

  it('shows a key on one line and all of it below, without changing anything for those who only look', async () => {
    renderKeys({
      answer: {
        mayManage: false,
        keys: [
          keyFixture({ expiresAt: inDays(5.5) }),
          keyFixture({
            ...{ id: 'b', name: 'old', state: 'revoked' },
            ...{ revokedAt: inDays(-2.1), revokedBy: 'user:default/oscar' },
          }),
        ],
      },
    });
    const row = await screen.findByRole('button', { name: /^ci/ });
    expect(row).toHaveTextContent('scaffolder, catalog');
    expect(row).toHaveTextContent('Not used');
    expect(row).toHaveTextContent('Expires in 5 days');
    expect(row.querySelector('[data-status="soon"]')).not.toBeNull();
    await userEvent.click(row);
    expect(screen.getByText('cbk_0123456789ab_')).toBeVisible();
    expect(screen.getByText('group:default/platform')).toBeVisible();
    expect(screen.getByRole('button', { name: /^old/ })).toHaveTextContent(
      'Revoked 2 days ago',
    );
    expect(screen.queryByRole('button', { name: /Make a key/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Rotate|Revoke / })).toBeNull();
  });

  it('says who may see it, and what went wrong', async () => {
    const refused = await answered(403, 'Only operators see the keys');
    const { unmount } = renderKeys({
      api: {
        list: async () => {
          throw refused;
        },
      },
    });
    expect(
      await screen.findByText('This page is for those who run the portal'),
    ).toBeVisible();
    unmount();
    const broken = await answered(503, 'The database does not answer');
    const { api } = renderKeys({
      api: {
        list: jest.fn(async () => {
          throw broken;
        }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );
    await press('Try again');
    await waitFor(() => expect(api.list).toHaveBeenCalledTimes(2));
  });
});

describe('making a key', () => {
  it('asks for the least that is of use, and shows the key once, by keyboard', async () => {
    const create = jest.fn(async () => ({
      apiKey: keyFixture({ name: 'nightly' }),
      key: KEY,
    }));
    const { api } = renderKeys({ api: { create } });
    await press('Make a key');
    const dialog = within(await screen.findByRole('dialog'));
    const make = dialog.getByRole('button', { name: 'Make the key' });
    expect(make).toBeDisabled();
    const name = dialog.getByRole('textbox', { name: /Name/ });
    expect(name).toHaveFocus();
    await userEvent.keyboard('nightly');
    expect(make).toBeDisabled();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'catalog' }));
    make.focus();
    await userEvent.keyboard('{Enter}');
    expect(await dialog.findByText(KEY)).toBeVisible();
    expect(create.mock.calls).toEqual([
      [
        {
          name: 'nightly',
          scopes: { plugins: ['catalog'], readOnly: true },
          expiresInHours: 2160,
        },
      ],
    ]);
    expect(
      await dialog.findByText(
        /curl -H "Authorization: Bearer \$CALLBOARD_KEY" .*\/api\/catalog\/entities/,
      ),
    ).toBeVisible();
    expect(api.list.mock.calls.length).toBeGreaterThan(1);
    // It cannot be lost by a slip.
    await userEvent.keyboard('{Escape}');
    expect(dialog.getByText(KEY)).toBeVisible();
    await press('I have copied it');
    await closed();
    expect(screen.queryByText(KEY)).toBeNull();
  });

  it('says why there is none', async () => {
    const error = await answered(400, 'owner: is not like user:default/olivia');
    renderKeys({
      api: {
        create: async () => {
          throw error;
        },
      },
    });
    await press('Make a key');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: /Name/ }), 'ci');
    await userEvent.click(dialog.getByRole('radio', { name: 'Everything' }));
    await press('Make the key');
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'No key was made. owner: is not like user:default/olivia',
    );
  });
});

describe('changing a key', () => {
  it('rotates it with an overlap, and shows the new secret', async () => {
    const rotate = jest.fn(async () => ({ apiKey: keyFixture(), key: KEY }));
    renderKeys({ answer: { keys: [keyFixture()] }, api: { rotate } });
    await press(/^ci/);
    await press('Rotate ci');
    await press('Make a new secret');
    expect(await screen.findByText(KEY)).toBeVisible();
    expect(rotate.mock.calls).toEqual([
      [{ id: '0123456789ab', overlapHours: 24 }],
    ]);
  });

  it('revokes it once that is confirmed', async () => {
    const revoke = jest.fn(async () => keyFixture({ state: 'revoked' }));
    renderKeys({ answer: { keys: [keyFixture()] }, api: { revoke } });
    await press(/^ci/);
    await press('Revoke ci');
    await press('Keep it');
    await closed();
    expect(revoke).not.toHaveBeenCalled();
    await press('Revoke ci');
    await press('Revoke');
    await closed();
    expect(revoke.mock.calls).toEqual([[{ id: '0123456789ab' }]]);
  });
});
