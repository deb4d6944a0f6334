import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { heldFixture, mirrorFixture } from '../../dev/mirrorFixture';
import type { MirrorApi } from '../api/MirrorApi';
import { answered } from '../__testUtils__/renderConnections';
import { open, openPanel } from './__testUtils__/openPanel';

describe('AcceptDialog', () => {
  async function openDialog(mirror: Partial<MirrorApi>) {
    const statuses = [mirrorFixture({ held: heldFixture() })];
    const rendered = await openPanel(statuses, { mirror });
    await open(rendered.panel, /See and accept/);
    const dialog = within(await screen.findByRole('dialog'));
    return { ...rendered, statuses, dialog };
  }

  it('says what will be removed, and has it removed', async () => {
    const accept = jest.fn(async () => heldFixture());
    const { dialog, mirror, panel, statuses } = await openDialog({ accept });
    expect(
      dialog.getByRole('heading', {
        name: 'Remove 304 of 1,204 repositories of acme?',
      }),
    ).toBeVisible();
    const names = within(
      dialog.getByRole('list', { name: 'What would be removed' }),
    ).getAllByRole('listitem');
    expect(names).toHaveLength(101);
    expect(names.at(-1)).toHaveTextContent('and 204 more');
    expect(accept).not.toHaveBeenCalled();
    statuses[0] = mirrorFixture();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove 304' }));
    expect(accept.mock.calls).toEqual([[{ planId: 'plan-1' }]]);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(panel.queryByRole('group', { name: /Held/ })).toBeNull(),
    );
    expect(mirror.status.mock.calls.length).toBeGreaterThan(1);
  });

  it('tells what is gone from what is left out', async () => {
    const held = heldFixture({
      remove: 1_203,
      kinds: { gone: 1_200, leftOut: 2, undescribed: 1 },
    });
    const { panel } = await openPanel([mirrorFixture({ held })]);
    const found =
      /1,200 gone, 2 left out \(archived, or no filter takes them any more\), 1 without the descriptors that they had/;
    expect(panel.getByRole('group', { name: /Held/ })).toHaveTextContent(found);
    await open(panel, /See and accept/);
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(found);
    expect(dialog).toHaveTextContent('Every entity that comes from them');
  });

  it('removes nothing when it is closed, with the keyboard or the button', async () => {
    const { dialog, mirror } = await openDialog({});
    await userEvent.click(dialog.getByRole('button', { name: 'Keep them' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /See and accept/ }),
    );
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(mirror.accept).not.toHaveBeenCalled();
  });

  it('says why nothing was removed', async () => {
    const error = await answered(404, 'These removals are not held any more');
    const { dialog } = await openDialog({
      accept: async () => {
        throw error;
      },
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Remove 304' }));
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was removed.');
    expect(alert).toHaveTextContent('not held any more');
  });
});
