import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appFixture, hostFixture, tokenFixture } from '../../dev/hostFixture';
import { overviewFixture } from '../../dev/overviewFixture';
import { wrongPermissions } from '../../dev/permissionsFixture';
import { findPanel } from '../__testUtils__/findPanel';
import { renderConnections } from '../__testUtils__/renderConnections';

const now = new Date();

async function openHost(change: Parameters<typeof hostFixture>[0]['change']) {
  renderConnections({
    overview: () =>
      overviewFixture({
        change: { hosts: [hostFixture({ now, installations: 1, change })] },
      }),
  });
  return findPanel('GitHub');
}

const open = async (
  host: Awaited<ReturnType<typeof openHost>>,
  name: RegExp,
) => {
  await userEvent.click(await host.findByRole('button', { name }));
};

describe('HostPanel', () => {
  it('says in which order credentials are asked', async () => {
    const host = await openHost({});
    const order = await host.findByRole('list', {
      name: 'Order of credentials',
    });
    expect(
      within(order)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['App Callboard', 'token 3f9a12cd', 'nobody']);
  });

  it('tells the App, the token and the client for signing in apart', async () => {
    const host = await openHost({});
    expect(
      await host.findByRole('button', { name: /App Callboard/ }),
    ).toHaveTextContent('installed on acme');
    expect(
      host.getByRole('button', { name: /Token 3f9a12cd/ }),
    ).toHaveTextContent('of olivia');
    await open(host, /Sign-in client github/);
    expect(
      host.getByText(
        'https://portal.acme.example/api/auth/github/handler/frame',
      ),
    ).toBeVisible();
    expect(host.getByText(/12 seconds ahead of GitHub’s/)).toBeVisible();
  });

  it('opens an App in place: key, installations, permissions, webhook', async () => {
    const host = await openHost({
      apps: [
        appFixture({
          now,
          installations: 1,
          change: { permissions: wrongPermissions },
        }),
      ],
    });
    await open(host, /App Callboard/);
    const permissions = within(
      host.getByRole('region', { name: 'Permissions that the App asks for' }),
    );
    const rows = permissions.getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent('Administration');
    expect(rows[0]).toHaveTextContent('Missing');
    expect(rows[0]).toHaveTextContent(
      'Templates that create repositories (write): POST /orgs/{org}/repos',
    );
    expect(rows[1]).toHaveTextContent('Issues');
    expect(rows[1]).toHaveTextContent('Needless');
    expect(rows[2]).toHaveTextContent('Needed');
    const webhook = within(host.getByRole('region', { name: 'Webhook' }));
    expect(webhook.getByText('Events arrive')).toBeVisible();
    expect(
      webhook.getByRole('row', { name: /installation, created/ }),
    ).toHaveTextContent('502 Bad Gateway');
  });

  it('shows what is left of the limits, who spent it and when it starts anew', async () => {
    const host = await openHost({});
    await open(host, /App Callboard/);
    await open(host, /^Passes\s*acme/);
    const meter = host.getByRole('meter', { name: /REST/ });
    expect(meter).toHaveAttribute('aria-valuenow', '4812');
    const limits = within(host.getByRole('region', { name: 'Limits' }));
    expect(limits.getAllByRole('listitem')[0]).toHaveTextContent(
      /4,812 of 5,000 left.*in 2[23] minutes.*catalog 120, scaffolder 12/,
    );
  });

  it('shows the worst of twenty installations first, and the rest on demand', async () => {
    renderConnections({
      overview: () => overviewFixture({ installations: 20 }),
    });
    const host = await findPanel('GitHub');
    const app = await host.findByRole('button', { name: /App Callboard/ });
    expect(app).toHaveTextContent('installed on 20 accounts');
    expect(app).toHaveTextContent('1 suspended');
    expect(app).toHaveTextContent('1 permission missing');
    await userEvent.click(app);
    const part = within(
      host.getByRole('region', { name: 'Installations (20)' }),
    );
    const names = () =>
      part
        .getAllByRole('button', { name: /acme/ })
        .map(button => button.textContent);
    expect(names()).toHaveLength(10);
    expect(names()[0]).toContain('Fails');
    expect(names()[0]).toContain('missing');
    await userEvent.click(part.getByRole('button', { name: 'Show 10 more' }));
    expect(names()).toHaveLength(20);
  });

  it.each([
    ['rejected', 'GitHub rejects the key'],
    ['unreadable', 'The key cannot be read'],
    ['app-unknown', 'GitHub does not know this App'],
  ] as const)('says of a key that is %s: %s', async (status, words) => {
    const host = await openHost({
      apps: [
        appFixture({
          now,
          installations: 0,
          change: { key: { status, detail: 'The file /keys/app.pem is gone' } },
        }),
      ],
    });
    const app = await host.findByRole('button', { name: /App Callboard/ });
    expect(app).toHaveTextContent(words);
    await userEvent.click(app);
    expect(host.getByText('The file /keys/app.pem is gone')).toBeVisible();
    expect(host.getByText(/installed nowhere/)).toBeVisible();
  });

  it('marks the scopes of a token, its age, its end and where it is not authorised', async () => {
    const host = await openHost({});
    const token = await host.findByRole('button', { name: /Token 3f9a12cd/ });
    expect(token).toHaveTextContent('expires in 12 days');
    expect(token).toHaveTextContent('95 days old');
    expect(token).toHaveTextContent('not authorised for 1 organisation');
    await userEvent.click(token);
    const scopes = within(host.getByRole('region', { name: 'Scopes' }));
    expect(
      scopes.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['delete_reponeedless', 'reponeeded', 'read:orgneeded']);
    expect(host.getByText(/for acme-secret/)).toBeVisible();
  });

  it('says when the token that was replaced can go', async () => {
    const rotation = {
      replaces: 'aaaa1111',
      rotatedAt: now.toISOString(),
      oldCanGo: false,
      advice: 'Wait until the scaffolder is restarted.',
      predecessors: [
        {
          fingerprint: 'aaaa1111',
          replacedAt: new Date().toISOString(),
          stillUsedBy: ['scaffolder'],
          refused: false,
          canGo: false,
        },
        {
          fingerprint: 'bbbb2222',
          replacedAt: new Date(0).toISOString(),
          stillUsedBy: [],
          refused: false,
          canGo: true,
        },
      ],
    };
    const host = await openHost({
      tokens: [tokenFixture({ now, change: { rotation } })],
    });
    await open(host, /Token 3f9a12cd/);
    const part = within(host.getByRole('region', { name: 'Rotation' }));
    expect(
      part.getByText('The old token aaaa1111 is still in use: scaffolder'),
    ).toBeVisible();
    expect(part.getByText('The old token bbbb2222 can go')).toBeVisible();
  });

  it('shows what goes out without a credential', async () => {
    const host = await openHost({
      apps: [],
      tokens: [],
      anonymous: {
        rateLimits: [
          {
            resource: 'core',
            limit: 60,
            remaining: 3,
            resetAt: now.toISOString(),
            spentBy: [],
          },
        ],
      },
    });
    await open(host, /Without a credential/);
    expect(host.getByText(/nearly used up/)).toBeVisible();
    expect(screen.getByText('No GitHub is connected')).toBeVisible();
  });

  it('has one line for another name of the same server', async () => {
    const host = hostFixture({ now, installations: 1 });
    renderConnections({
      overview: () =>
        overviewFixture({
          change: {
            hosts: [
              { ...host, host: 'www.github.com', aliasOf: 'github.com' },
              host,
            ],
          },
        }),
    });
    const panel = await findPanel('GitHub');
    expect(
      panel.getByText(
        'www.github.com stands for github.com here: it is the same server, with the same credentials.',
      ),
    ).toBeVisible();
    expect(
      screen.getAllByRole('list', { name: 'Order of credentials' }),
    ).toHaveLength(1);
  });

  it('shows an alias by itself where its host is missing', async () => {
    await openHost({ aliasOf: 'nowhere.example' });
    expect(
      screen.getByRole('list', { name: 'Order of credentials' }),
    ).toBeVisible();
  });
});
