import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { overviewFixture } from '../../dev/overviewFixture';
import {
  answered,
  renderConnections,
} from '../__testUtils__/renderConnections';
import { recallApp } from './pendingApps';

const form = {
  action: 'https://github.com/organizations/acme/settings/apps/new?state=s1',
  manifest: '{"name":"Callboard"}',
  state: 's1',
  expiresAt: '2026-11-26T10:00:00Z',
  permissions: [],
};

let posted: { action: string; fields: Record<string, string> } | undefined;

beforeEach(() => {
  posted = undefined;
  sessionStorage.clear();
  // jsdom does not navigate.
  jest
    .spyOn(HTMLFormElement.prototype, 'submit')
    .mockImplementation(function submit(this: HTMLFormElement) {
      posted = {
        action: this.action,
        fields: Object.fromEntries(
          [...this.querySelectorAll('input')].map(({ name, value }) => [
            name,
            value,
          ]),
        ),
      };
    });
});

afterEach(() => jest.restoreAllMocks());

const union = () =>
  within(screen.getByRole('region', { name: 'Permissions it gets' }))
    .queryAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

describe('NewAppSection', () => {
  it('waits for the hosts of a portal that has just started', async () => {
    let overview = overviewFixture({
      change: { hosts: [], features: [], checkedAt: undefined },
    });
    renderConnections({
      path: '/connections/new-app',
      overview: () => overview,
    });
    expect(
      await screen.findByText(/looking at its connections/),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Name/)).not.toBeInTheDocument();

    const [host] = overviewFixture().hosts;
    overview = overviewFixture({
      change: { hosts: [{ ...host, host: 'ghe.acme.example' }] },
    });
    expect(
      await screen.findByRole(
        'button',
        { name: /ghe\.acme\.example/ },
        { timeout: 5_000 },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('checkbox', { name: 'People and teams' }),
    ).toBeChecked();
  });

  it('shows live what the chosen features need, what is switched on at first', async () => {
    renderConnections({ path: '/connections/new-app' });
    expect(
      await screen.findByRole('checkbox', { name: 'People and teams' }),
    ).toBeChecked();
    expect(union()).toEqual([
      'Contents repositoryread',
      'Members organisationread',
    ]);
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Templates that create repositories',
      }),
    );
    expect(union()).toEqual([
      'Administration repositorywrite',
      'Contents repositorywrite',
      'Members organisationread',
    ]);
  });

  it('goes to GitHub with the manifest, and remembers where the key is to go', async () => {
    const createApp = jest.fn(async () => form);
    renderConnections({ path: '/connections/new-app', api: { createApp } });
    const submit = await screen.findByRole('button', {
      name: 'Go to GitHub and create it',
    });
    const organisation = screen.getByLabelText(/^Organisation/);
    expect(organisation).toHaveValue('acme');
    await userEvent.clear(organisation);
    expect(submit).toBeDisabled();
    expect(submit).toHaveAccessibleDescription('First name the organisation.');
    await userEvent.type(organisation, 'acme-tools');
    await userEvent.click(screen.getByRole('radio', { name: /Show it once/ }));
    await userEvent.click(submit);
    await waitFor(() => expect(posted).toBeDefined());
    expect(createApp).toHaveBeenCalledWith({
      host: 'github.com',
      organization: 'acme-tools',
      name: undefined,
      features: ['catalog-discovery', 'people'],
      webhook: true,
    });
    expect(posted).toEqual({
      action: form.action,
      fields: { manifest: form.manifest },
    });
    expect(recallApp('s1')).toEqual({ host: 'github.com', keep: 'show' });
  });

  it('asks for no events where GitHub does not reach the portal', async () => {
    renderConnections({
      path: '/connections/new-app',
      baseUrl: 'http://localhost:7007',
    });
    expect(
      await screen.findByRole('switch', { name: /sends events/ }),
    ).not.toBeChecked();
  });

  it('does not offer to keep the key where it cannot', async () => {
    renderConnections({
      path: '/connections/new-app',
      overview: () => overviewFixture({ change: { storedIn: undefined } }),
    });
    expect(
      await screen.findByRole('radio', { name: /Keep it on/ }),
    ).toBeDisabled();
    expect(screen.getByRole('radio', { name: /Show it once/ })).toBeChecked();
  });

  it('says why it could not begin', async () => {
    const error = await answered(409, 'github.com does not reach the portal.');
    renderConnections({
      path: '/connections/new-app',
      api: {
        createApp: async () => {
          throw error;
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'I myself' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to GitHub and create it' }),
    );
    expect(
      await screen.findByText('github.com does not reach the portal.'),
    ).toBeVisible();
    expect(posted).toBeUndefined();
  });

  it('tells those who may only look whom to ask', async () => {
    renderConnections({
      path: '/connections/new-app',
      overview: () => overviewFixture({ change: { mayManage: false } }),
    });
    expect(
      await screen.findByText('You may look, but not change connections'),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('offers no other name of a host that it offers', async () => {
    const [host] = overviewFixture().hosts;
    const alias = { ...host, host: 'localhost', aliasOf: 'github.com' };
    renderConnections({
      path: '/connections/new-app',
      overview: () => overviewFixture({ change: { hosts: [alias, host] } }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /GitHub$/ }),
    );
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual(['github.com']);
  });
});
