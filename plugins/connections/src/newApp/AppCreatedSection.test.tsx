import { screen, within } from '@testing-library/react';
import type { AppCompletion } from '@callboard/plugin-connections-common';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';
import { recallApp, rememberApp } from './pendingApps';

const PATH = '/connections/app-created';
const app: AppCompletion = {
  appId: 1234,
  slug: 'callboard',
  name: 'Callboard',
  htmlUrl: 'https://github.com/apps/callboard',
  installUrl: 'https://github.com/apps/callboard/installations/new',
  keep: 'store',
  file: '/data/connections/credentials.json',
  next: ['Install it on acme.'],
};

beforeEach(() => sessionStorage.clear());

describe('AppCreatedSection', () => {
  it('completes once with what GitHub sent, and takes it out of the address', async () => {
    rememberApp('s1', { host: 'github.com', keep: 'store' });
    const completeApp = jest.fn(async () => app);
    renderConnections({
      path: `${PATH}?code=c1&state=s1`,
      api: { completeApp },
    });
    const done = within(
      await screen.findByRole('region', { name: 'App Callboard is there' }),
    );
    expect(done.getByText('Install it on acme.')).toBeVisible();
    expect(done.getByText(app.file!)).toBeVisible();
    expect(done.getByRole('status')).not.toHaveTextContent('in use');
    expect(done.getByRole('link', { name: /Install it/ })).toHaveAttribute(
      'href',
      app.installUrl,
    );
    expect(completeApp).toHaveBeenCalledTimes(1);
    expect(completeApp).toHaveBeenCalledWith({
      code: 'c1',
      state: 's1',
      keep: 'store',
    });
    expect(screen.getByTestId('where').textContent).toBe(PATH);
    expect(recallApp('s1')).toBeUndefined();
  });

  it('shows the variables once where that was chosen, with a warning and a way to copy each', async () => {
    rememberApp('s1', { host: 'github.com', keep: 'show' });
    const completeApp = jest.fn(async () => ({
      ...app,
      keep: 'show' as const,
      file: undefined,
      config: 'integrations:\n  github:\n    - host: github.com\n',
      variables: {
        GITHUB_APP_ID: '1234',
        GITHUB_PRIVATE_KEY: '-----BEGIN KEY-----\nabc\n-----END KEY-----\n',
      },
    }));
    renderConnections({
      path: `${PATH}?code=c1&state=s1`,
      api: { completeApp },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'They are shown once',
    );
    expect(completeApp).toHaveBeenCalledWith(
      expect.objectContaining({ keep: 'show' }),
    );
    expect(screen.getByLabelText('GITHUB_PRIVATE_KEY')).toHaveTextContent(
      'BEGIN KEY',
    );
    expect(
      screen.getByRole('button', { name: 'Copy GITHUB_PRIVATE_KEY' }),
    ).toBeVisible();
    expect(screen.getByLabelText('Configuration')).toHaveTextContent(
      'integrations: github: - host: github.com',
    );
    expect(
      screen.getByRole('button', { name: 'Copy the configuration' }),
    ).toBeVisible();
  });

  it('says what to do when the portal cannot take the App over', async () => {
    const error = await answered(400, 'The code is older than an hour.');
    renderConnections({
      path: `${PATH}?code=c1&state=s1`,
      api: {
        completeApp: async () => {
          throw error;
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The code is older than an hour.');
    expect(alert).toHaveTextContent('Delete the App');
    expect(
      within(alert).getByRole('link', { name: 'Start again' }),
    ).toHaveAttribute('href', '/connections/new-app');
  });

  it('has nothing to complete without a code', async () => {
    renderConnections({ path: PATH });
    expect(
      await screen.findByText('There is nothing to complete'),
    ).toBeVisible();
  });
});
