import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hostFixture, tokenFixture } from '../../../dev/hostFixture';
import { overviewFixture } from '../../../dev/overviewFixture';
import {
  answered,
  renderConnections,
} from '../../__testUtils__/renderConnections';

const now = new Date();
const result = {
  host: 'github.com',
  fingerprint: 'bbbb2222',
  replaces: '3f9a12cd',
  owner: 'mel',
  warnings: ['Nothing needs gist.'],
  kept: 'data-directory' as const,
  advice: 'It can go once Connections says so.',
};

async function openDialog(
  rotate: () => Promise<typeof result>,
  tokens = [tokenFixture({ now })],
) {
  const { api } = renderConnections({
    overview: () =>
      overviewFixture({
        change: {
          hosts: [hostFixture({ now, installations: 1, change: { tokens } })],
        },
      }),
    api: { rotate: jest.fn(rotate) },
  });
  const buttons = await screen.findAllByRole('button', { name: 'Rotate' });
  await userEvent.click(buttons[0]);
  return { api, dialog: within(await screen.findByRole('dialog')) };
}

describe('RotateDialog', () => {
  it('takes the second token with the keyboard alone, and says when the first can go', async () => {
    const { api, dialog } = await openDialog(async () => result);
    const field = dialog.getByLabelText(/The second token/);
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute('type', 'password');
    expect(
      dialog.getByRole('button', { name: 'Test and switch' }),
    ).toBeDisabled();
    const asked = (api.overview as jest.Mock).mock.calls.length;
    await userEvent.keyboard(' ghp_second {Enter}');
    expect(await dialog.findByRole('status')).toHaveTextContent(
      'Switched: token bbbb2222 of mel serves github.com now',
    );
    expect(api.rotate).toHaveBeenCalledWith({
      host: 'github.com',
      token: 'ghp_second',
      replaces: undefined,
    });
    expect(dialog.getByText('Nothing needs gist.')).toBeVisible();
    expect(
      dialog.getByText(/It can go once Connections says so/),
    ).toBeVisible();
    expect(document.body.innerHTML).not.toContain('ghp_second');
    await waitFor(() =>
      expect((api.overview as jest.Mock).mock.calls.length).toBeGreaterThan(
        asked,
      ),
    );
  });

  it('says why a token was not taken, keeps it in the field and changes nothing', async () => {
    const error = await answered(409, 'It lacks the scope read:org.');
    const { dialog } = await openDialog(async () => {
      throw error;
    });
    await userEvent.keyboard('ghp_second{Enter}');
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('The old one stays in use.');
    expect(alert).toHaveTextContent('It lacks the scope read:org.');
    expect(dialog.getByLabelText(/The second token/)).toHaveValue('ghp_second');
  });

  it('says which token it is about where there are several', async () => {
    const { api, dialog } = await openDialog(
      async () => result,
      [
        tokenFixture({ now }),
        tokenFixture({
          now,
          change: { credentialId: 'token:github.com:cc', fingerprint: 'cc' },
        }),
      ],
    );
    await userEvent.keyboard('ghp_second{Enter}');
    await dialog.findByRole('status');
    expect(api.rotate).toHaveBeenCalledWith(
      expect.objectContaining({ replaces: '3f9a12cd' }),
    );
  });

  it('closes with Escape', async () => {
    await openDialog(async () => result);
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
