import type { FindSystems, ProbeOptions, Probed, System } from '../System';
import { sourceEntries, type SourceEntry } from '../sourceEntries';

/** Bitbucket Cloud and Server: whether they answer. */
export const bitbucket: FindSystems = ({ config }) => [
  ...sourceEntries({
    config,
    integration: 'bitbucketCloud',
    type: 'bitbucket-cloud',
  }).map(entry =>
    toSystem({
      entry,
      host: 'bitbucket.org',
      url: 'https://api.bitbucket.org/2.0/repositories?pagelen=1',
    }),
  ),
  ...sourceEntries({
    config,
    integration: 'bitbucketServer',
    type: 'bitbucket-server',
  }).map(entry => {
    const host = entry.host ?? '';
    return toSystem({
      entry,
      host,
      url: `${
        entry.apiBaseUrl ?? `https://${host}/rest/api/1.0`
      }/application-properties`,
    });
  }),
];

function toSystem(options: {
  entry: SourceEntry;
  host: string;
  url: string;
}): System {
  const { entry, host, url } = options;
  return {
    id: `bitbucket:${host}`,
    kind: 'bitbucket',
    title: `Bitbucket at ${host}`,
    target: new URL(url).origin,
    configKey: entry.configKey,
    credential: {
      type: typeOf(entry),
    },
    probe: more => probe({ ...more, url }),
  };
}

function typeOf({ credentials }: SourceEntry): string {
  const has = (key: string) => credentials.some(each => each.has(key));
  if (has('token')) return 'access token';
  return has('appPassword') || has('password') ? 'password' : 'none';
}

async function probe(options: ProbeOptions & { url: string }): Promise<Probed> {
  const { fetch, signal, url } = options;
  const response = await fetch(url, { redirect: 'manual', signal });
  await response.body?.cancel();
  return response.status >= 500
    ? {
        status: 'fail',
        detail: `It answers with HTTP ${response.status}.`,
        remedy: 'See that the server is well.',
      }
    : {
        detail: `It answers (HTTP ${response.status}). The credential is not tried.`,
      };
}
