import { newUser } from '../../core/records/newUser';
import type { Sandbox } from '../../core/Sandbox';
import type { App, User } from '../../core/state';

/** The number that the App has on GitHub; protection rules name it. */
const APP_ID = 15368;
const SLUG = 'github-actions';
/** Of the account that acts where a workflow uses its token. */
export const BOT_LOGIN = `${SLUG}[bot]`;

/** The App "GitHub Actions", which check suites of workflow runs belong to. It is made when it is first needed, and nobody can sign in as it. */
export function actionsApp(sandbox: Sandbox): App {
  const { apps } = sandbox.state;
  const existing = apps.first('slug', SLUG);
  if (existing) return existing;
  const now = sandbox.clock.iso();
  return apps.insert({
    id: APP_ID,
    slug: SLUG,
    // Owned by GitHub itself, which is no account here.
    nodeOwnerId: 0,
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    externalUrl: 'https://help.github.com/en/actions',
    clientId: 'Iv1.05c79e9ad1f6bdfa',
    clientSecretHashes: [],
    publicKeys: [],
    webhookUrl: null,
    webhookSecret: null,
    webhookActive: false,
    callbackUrls: [],
    setupUrl: null,
    public: true,
    permissions: {
      actions: 'write',
      checks: 'write',
      contents: 'write',
      deployments: 'write',
      issues: 'write',
      metadata: 'read',
      packages: 'write',
      pages: 'write',
      pull_requests: 'write',
      security_events: 'write',
      statuses: 'write',
    },
    events: [],
    botId: botOf(sandbox).id,
    createdAt: now,
    updatedAt: now,
  });
}

/** The account of `BOT_LOGIN`. */
export function actionsBot(sandbox: Sandbox): User {
  return sandbox.state.users.get(actionsApp(sandbox).botId)!;
}

function botOf(sandbox: Sandbox): User {
  // A seed may have named it as an author.
  return (
    sandbox.state.users.first('login', BOT_LOGIN) ??
    newUser({ sandbox, login: BOT_LOGIN, values: { type: 'Bot' } })
  );
}
