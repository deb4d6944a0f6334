import { randomText } from '../../access/randomText';
import { hashSecret } from '../../core/hashSecret';
import { isoSeconds } from '../../core/isoSeconds';
import { newApp } from '../../core/records/newApp';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, App, User } from '../../core/state';
import type { Manifest } from './readManifest';

/** A manifest's code is good for an hour, and once. */
const VALID_MS = 60 * 60 * 1000;
const LONGEST_NAME = 34;

export type CreatedApp =
  /** `code` is for `POST /app-manifests/{code}/conversions`. */
  | { outcome: 'created'; app: App; code: string }
  | { outcome: 'invalidName'; message: string };

/** Registers the App that a manifest describes. Its keys and secrets are made when the code is converted, and kept nowhere. */
export function createAppFromManifest(options: {
  sandbox: Sandbox;
  owner: Account;
  actor: User;
  manifest: Manifest;
  name: string;
}): CreatedApp {
  const { sandbox, owner, actor, manifest } = options;
  const name = options.name.trim();
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') {
    return { outcome: 'invalidName', message: 'Name cannot be blank' };
  }
  if (name.length > LONGEST_NAME) {
    return {
      outcome: 'invalidName',
      message: `Name is too long (maximum is ${LONGEST_NAME} characters)`,
    };
  }
  if (sandbox.state.apps.first('slug', slug)) {
    return { outcome: 'invalidName', message: 'Name is already taken' };
  }

  const app = newApp({
    sandbox,
    owner,
    slug,
    clientId: `Iv23li${randomText(14)}`,
    clientSecret: randomText(40),
    publicKey: '',
    values: {
      name,
      description: manifest.description ?? null,
      externalUrl: manifest.url,
      webhookUrl: manifest.hookUrl ?? null,
      webhookActive: Boolean(manifest.hookUrl) && manifest.hookActive,
      callbackUrls: manifest.callbackUrls,
      setupUrl: manifest.setupUrl ?? null,
      public: manifest.public,
      permissions: manifest.permissions,
      events: manifest.events,
    },
  });
  // Nobody knows the secret above, and there is no key yet.
  app.clientSecretHashes = [];
  app.publicKeys = [];

  const code = randomText(40).toLowerCase();
  sandbox.state.codes.insert({
    id: sandbox.nextId(),
    kind: 'manifest',
    hash: hashSecret(code),
    userId: actor.id,
    clientId: app.clientId,
    redirectUri: manifest.redirectUrl ?? null,
    scopes: [],
    codeChallenge: null,
    codeChallengeMethod: null,
    appId: app.id,
    createdAt: sandbox.clock.iso(),
    expiresAt: isoSeconds(new Date(sandbox.clock.now().getTime() + VALID_MS)),
  });
  return { outcome: 'created', app, code };
}
