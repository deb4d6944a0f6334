import type {
  AppFacts,
  ConnectionsOverview,
  GithubHostFacts,
  SystemFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';
import type { DoctorRow } from './DoctorReport';

const KEY_WORDS: Record<Exclude<AppFacts['key']['status'], 'valid'>, string> = {
  rejected: 'its key is refused',
  unreadable: 'its key cannot be read',
  'clock-skew': 'refused, since a clock is wrong',
  'app-unknown': 'not known there',
  limited: 'a limit is used up',
  unreachable: 'not reached',
};

/**
 * What the portal is to each host, and to each other system, as rows that always pass: the checks judge. `facts` is the whole, as the
 * portal's API has it.
 */
export function factRows(
  overview: Pick<ConnectionsOverview, 'hosts' | 'systems'>,
): DoctorRow[] {
  return [
    ...overview.hosts.map(facts =>
      factRow({
        id: `facts:${facts.host}`,
        group: 'connections',
        check: `GitHub ${facts.host}: ${describeHost(facts)}`,
        cause: `${facts.configKey}, API ${facts.apiBaseUrl}`,
        facts,
      }),
    ),
    ...overview.systems.map(facts =>
      factRow({
        id: `facts:${facts.id}`,
        group: facts.kind === 'database' ? 'database' : 'connections',
        check: `${facts.title}: ${describeSystem(facts)}`,
        cause: facts.configKey,
        facts,
      }),
    ),
  ];
}

function factRow(
  row: Pick<DoctorRow, 'id' | 'group' | 'check' | 'cause' | 'facts'>,
): DoctorRow {
  return { ...row, status: 'pass', remedy: '', links: [] };
}

function describeHost({ apps, tokens, aliasOf }: GithubHostFacts): string {
  if (aliasOf) return `stands for ${aliasOf}`;
  const credentials = [...apps.map(describeApp), ...tokens.map(describeToken)];
  return credentials.length > 0
    ? credentials.join(', then ')
    : 'no credential, so calls are anonymous';
}

function describeApp(app: AppFacts): string {
  const { name, appId, key } = app;
  return `App ${name ?? appId} (${
    key.status === 'valid' ? placesOf(app) : KEY_WORDS[key.status]
  })`;
}

function placesOf({ installations, installationsUnknown }: AppFacts): string {
  const accounts = installations.map(({ account }) => account);
  if (accounts.length === 0) {
    return installationsUnknown ? 'installations unknown' : 'installed nowhere';
  }
  return `installed on ${
    accounts.length > 3
      ? `${accounts.slice(0, 2).join(', ')} and ${accounts.length - 2} more`
      : accounts.join(', ')
  }`;
}

function describeToken({ fingerprint, owner }: TokenFacts): string {
  return `token ${fingerprint.slice(0, 4)}… ${
    owner ? `of ${owner}` : '(owner unknown)'
  }`;
}

function describeSystem({ target, credential }: SystemFacts): string {
  const { type, expiresAt } = credential;
  const details = [
    ...(type === 'none' ? [] : [type]),
    ...(expiresAt ? [`until ${expiresAt.slice(0, 10)}`] : []),
  ];
  return details.length > 0 ? `${target} (${details.join(', ')})` : target;
}
