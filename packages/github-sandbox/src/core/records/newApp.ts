import { hashSecret } from '../hashSecret';
import type { Sandbox } from '../Sandbox';
import type { Account, App } from '../state';
import { newUser } from './newUser';

/** Registers an App, with its bot. */
export function newApp(options: {
  sandbox: Sandbox;
  owner: Account;
  slug: string;
  clientId: string;
  clientSecret: string;
  /** SPKI PEM. */
  publicKey: string;
  values?: Partial<Omit<App, 'slug' | 'clientId' | 'publicKeys'>>;
}): App {
  const { sandbox, owner, slug, clientId, clientSecret, publicKey, values } =
    options;
  const now = sandbox.clock.iso();
  const bot = newUser({
    sandbox,
    login: `${slug}[bot]`,
    values: { type: 'Bot' },
  });
  return sandbox.state.apps.insert({
    id: sandbox.nextId(),
    slug,
    nodeOwnerId: owner.id,
    name: slug,
    description: null,
    externalUrl: sandbox.baseUrl,
    clientId,
    clientSecretHashes: [hashSecret(clientSecret)],
    publicKeys: [publicKey],
    webhookUrl: null,
    webhookSecret: null,
    webhookActive: false,
    callbackUrls: [],
    setupUrl: null,
    public: false,
    permissions: { metadata: 'read' },
    events: [],
    botId: bot.id,
    createdAt: now,
    updatedAt: now,
    ...values,
  });
}
