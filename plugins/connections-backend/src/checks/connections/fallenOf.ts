import type { RequestTrace } from '@callboard/plugin-github-node';

const HOUR_MS = 60 * 60 * 1000;

interface Group {
  count: number;
  where: string;
  why: string;
}

/**
 * The requests of the last hour to one host that went with a token: how many, from the counts, which forget nobody; and by whom and why, from
 * the trace as far back as it goes, most first. What asks a token about itself falls nowhere, and is left out.
 */
export function fallenOf(options: {
  trace: Pick<RequestTrace, 'spenders' | 'list'>;
  host: string;
  now: Date;
}): {
  requests: number;
  /** `catalog for acme (12: The App is not installed on acme)`. */
  groups: string[];
} {
  const { trace, host } = options;
  const byPlugin = new Map<string, number>();
  const ids = new Set<string>();
  for (const { plugin, credentialId, requests } of trace.spenders({ host })) {
    if (plugin === 'connections' || !credentialId?.startsWith('token:')) {
      continue;
    }
    ids.add(credentialId);
    byPlugin.set(plugin, (byPlugin.get(plugin) ?? 0) + requests);
  }
  const groups = [...byPlugin].flatMap(([plugin, requests]) =>
    groupsOf({ ...options, plugin, requests, ids }),
  );
  return {
    requests: [...byPlugin.values()].reduce((sum, count) => sum + count, 0),
    groups: groups
      .sort((a, b) => b.count - a.count)
      .map(({ where, count, why }) => `${where} (${count}: ${why})`),
  };
}

function groupsOf(options: {
  trace: Pick<RequestTrace, 'list'>;
  host: string;
  now: Date;
  plugin: string;
  requests: number;
  ids: Set<string>;
}): Group[] {
  const { trace, host, now, plugin, requests, ids } = options;
  const since = now.getTime() - HOUR_MS;
  const groups = new Map<string, Group>();
  let left = requests;
  for (const credentialId of ids) {
    for (const entry of trace.list({ host, plugin, credentialId })) {
      if (left === 0 || Date.parse(entry.at) <= since) break;
      left -= 1;
      const { owner, passedOver, via } = entry;
      const where = `${plugin}${owner ? ` for ${owner}` : ''}`;
      const reason =
        passedOver.find(({ kind }) => kind === 'app')?.reason ??
        (via === 'stock'
          ? 'it chooses its credential itself'
          : 'no reason known');
      const why = reason.replace(/\.$/, '');
      const group = groups.get(`${where}\n${why}`) ?? { count: 0, where, why };
      group.count += 1;
      groups.set(`${where}\n${why}`, group);
    }
  }
  return left > 0
    ? [
        ...groups.values(),
        { count: left, where: plugin, why: 'the trace no longer tells why' },
      ]
    : [...groups.values()];
}
