import { type Config, ConfigReader } from '@backstage/config';
import { buildConnectionsFromConfig } from '@backstage/connections/config';
import type { ConfiguredConnection } from '@backstage/connections/config';
import { toError } from '@backstage/errors';
import type { GithubConfigProblem } from './GithubConfigProblem';
import type { GithubEntry, RawEntry } from './GithubEntry';
import { readRawEntries } from './readRawEntries';

/**
 * The entries for GitHub that have an effect, by Backstage's own merge of `integrations` and `connections`. That merge fails for one
 * invalid entry of any kind; then it is done for GitHub alone, and at last without the entries that are invalid.
 */
export function readGithubEntries(options: { config: Config }): {
  entries: GithubEntry[];
  /** All of both roots, also those without effect. */
  raw: RawEntry[];
  problems: GithubConfigProblem[];
} {
  const { config } = options;
  const { integrations, connections } = readRawEntries({ config });
  const raw = [...integrations, ...connections];

  const whole = build(config);
  if (whole.outcome === 'built') {
    return {
      entries: withPlaces({ connections: whole.connections, raw }),
      raw,
      problems: [],
    };
  }
  const githubAlone = build(viewOf(raw));
  if (githubAlone.outcome === 'built') {
    return {
      entries: withPlaces({ connections: githubAlone.connections, raw }),
      raw,
      problems: [{ configKey: 'integrations', reason: whole.reason }],
    };
  }

  // An entry of `connections` hides those of `integrations` even if it is invalid: another credential must not serve in silence.
  const candidates = connections.length > 0 ? connections : integrations;
  const problems: GithubConfigProblem[] = [];
  const valid: RawEntry[] = [];
  for (const entry of candidates) {
    const alone = build(viewOf([entry]));
    if (alone.outcome === 'invalid') {
      const { configKey, host } = entry;
      problems.push({ configKey, host, reason: alone.reason });
    } else if (!valid.some(({ host }) => host === entry.host)) {
      valid.push(entry);
    }
  }
  const rest = build(viewOf(valid));
  return {
    entries:
      rest.outcome === 'built'
        ? withPlaces({ connections: rest.connections, raw: valid })
        : [],
    raw,
    problems,
  };
}

function build(
  config: Config,
):
  | { outcome: 'built'; connections: ConfiguredConnection[] }
  | { outcome: 'invalid'; reason: string } {
  try {
    return {
      outcome: 'built',
      connections: buildConnectionsFromConfig({ config }),
    };
  } catch (error) {
    return {
      outcome: 'invalid',
      reason: toError(error).message.replace(/\s*\n\s*/g, ' '),
    };
  }
}

function viewOf(entries: RawEntry[]): Config {
  const of = (origin: RawEntry['origin']) =>
    entries.filter(entry => entry.origin === origin).map(({ raw }) => raw);
  return new ConfigReader({
    integrations: { github: of('integrations') },
    connections: of('connections'),
  });
}

/** The merge drops the places. It keeps one entry for each host: the first of the root that won. */
function withPlaces(options: {
  connections: ConfiguredConnection[];
  raw: RawEntry[];
}): GithubEntry[] {
  const { connections, raw } = options;
  const origin = raw.some(entry => entry.origin === 'connections')
    ? 'connections'
    : 'integrations';
  return connections.flatMap(connection => {
    if (connection.type !== 'github') return [];
    const github = connection as ConfiguredConnection<'github'>;
    const place = raw.find(
      entry => entry.origin === origin && entry.host === github.host,
    );
    return place ? [{ ...place, connection: github }] : [];
  });
}
