import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { MergedConfig } from './merge/mergeLayers';
import { leavesOf } from './merge/leavesOf';
import type { Environment } from './readEnvironment';
import { sharedClients } from './sharedClients';
import { shortBlockWarnings } from './shortBlock/shortBlockWarnings';
import { valueAt } from './valueAt';

/**
 * SHA-256 of the base configuration as it is shipped, with LF line ends. A file that differs holds something of the operator's, which
 * presets and updates may overwrite.
 */
export const SHIPPED_BASE_SHA256 =
  'f9ca6403d571af6c692f750e45de6bd019c3329e5c9802b9b1cc7d2158d9b4d2';

/** What is allowed but worth knowing. */
export async function configWarnings(options: {
  environment: Environment;
  merged: MergedConfig;
}): Promise<string[]> {
  const { environment, merged } = options;
  return [
    ...(await overriddenBase({ environment, merged })),
    ...sharedClients(merged.data),
    ...shortBlockWarnings(merged.data),
    ...guestBesideSignIn(merged),
    ...(environment.variables.get('NODE_TLS_REJECT_UNAUTHORIZED') === '0'
      ? [
          'NODE_TLS_REJECT_UNAUTHORIZED=0 turns the verification of certificates off everywhere. Name your certificate authority in a *_CA_FILE variable instead.',
        ]
      : []),
  ];
}

async function overriddenBase(options: {
  environment: Environment;
  merged: MergedConfig;
}): Promise<string[]> {
  const { environment, merged } = options;
  const file = path.join(environment.root, 'app-config.yaml');
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  const hash = createHash('sha256').update(text.replace(/\r\n/g, '\n'));
  if (hash.digest('hex') === SHIPPED_BASE_SHA256) {
    return [];
  }
  return leavesOf(merged.root).flatMap(({ key, node }) =>
    node.layer.kind === 'preset' &&
    node.overrides.some(({ layer }) => layer.file === file)
      ? [
          `app-config.yaml was changed, and the ${node.layer.name} overrides its ${key}. Put your own values into app-config.local.yaml, which wins over presets.`,
        ]
      : [],
  );
}

function guestBesideSignIn(merged: MergedConfig): string[] {
  const ids = Object.keys(valueAt(merged.data, 'auth.providers') ?? {});
  const others = ids.filter(id => id !== 'guest');
  return ids.length > others.length && others.length > 0
    ? [
        `auth.providers.guest has no effect, since people sign in with ${others.join(
          ', ',
        )}.`,
      ]
    : [];
}
