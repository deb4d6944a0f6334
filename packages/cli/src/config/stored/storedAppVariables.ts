import {
  PRESET_VARIABLES,
  type PresetFamily,
  presetVariables,
} from '@callboard/plugin-connections-common';
import type {
  StoredApp,
  StoredCredential,
} from '@callboard/plugin-github-node';
import type { Variables } from '../../variables/Variables';
import { STORED_LABEL } from './readStored';

/**
 * The variables of the presets, with those of a stored App where nobody has set them. An App that the environment names wins: then nothing
 * of a stored one is mixed in.
 */
export function storedAppVariables(options: {
  variables: Variables;
  credentials: StoredCredential[];
}): Variables {
  const { variables, credentials } = options;
  const ofHosts: [PresetFamily, string | undefined][] = [
    ['github', variables.get('GITHUB_HOST')?.trim() || 'github.com'],
    ['github-enterprise', hostOfUrl(variables.get('GHE_BASE_URL'))],
  ];
  const values: Record<string, string> = {};
  let kept: Record<string, string> = {};
  for (const [family, host] of ofHosts) {
    const app = host && appFor({ family, host, variables, credentials });
    if (app) {
      Object.assign(values, presetVariables({ app, family }));
      kept = { ...kept, ...signInClient({ family, app, variables }) };
    }
  }
  return Object.keys(values).length > 0
    ? variables.with(kept).withStored({ label: STORED_LABEL, values })
    : variables;
}

/** The App for a host: the one that the environment names by its number, else the newest. Undefined where the environment has another. */
function appFor(options: {
  family: PresetFamily;
  host: string;
  variables: Variables;
  credentials: StoredCredential[];
}): StoredApp | undefined {
  const { family, host, variables, credentials } = options;
  const names = PRESET_VARIABLES[family];
  const apps = credentials
    .filter(credential => credential.kind === 'app')
    .filter(app => app.host.toLowerCase() === host.toLowerCase())
    .sort((a, b) => (a.storedAt < b.storedAt ? 1 : -1));
  const appId = variables.get(names.appId)?.trim();
  const hasKey = [names.privateKey, `${names.privateKey}_BASE64`].some(name =>
    variables.get(name)?.trim(),
  );
  if (appId) {
    return apps.find(app => `${app.appId}` === appId);
  }
  return hasKey ? undefined : apps[0];
}

/**
 * Without an App in the environment GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET serve sign-in, by the alias of the preset github-auth. They go
 * on to, under the names that are meant for it, and the App gets its own.
 */
function signInClient(options: {
  family: PresetFamily;
  app: StoredApp;
  variables: Variables;
}): Record<string, string> {
  const { family, app, variables } = options;
  const id = variables.get('GITHUB_CLIENT_ID')?.trim();
  const secret = variables.get('GITHUB_CLIENT_SECRET')?.trim();
  if (
    family !== 'github' ||
    variables.get('GITHUB_APP_ID')?.trim() ||
    !id ||
    id === app.clientId
  ) {
    return {};
  }
  return {
    GITHUB_AUTH_CLIENT_ID: variables.get('GITHUB_AUTH_CLIENT_ID')?.trim() || id,
    GITHUB_AUTH_CLIENT_SECRET:
      variables.get('GITHUB_AUTH_CLIENT_SECRET')?.trim() || (secret ?? ''),
    GITHUB_CLIENT_ID: app.clientId,
    GITHUB_CLIENT_SECRET: app.clientSecret,
  };
}

function hostOfUrl(url: string | undefined) {
  return url && URL.canParse(url.trim()) ? new URL(url.trim()).host : undefined;
}
