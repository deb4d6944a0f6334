import type {
  PeopleOrganisation,
  PeopleSchedule,
  PeopleSource,
  PeopleSync,
} from '@callboard/plugin-access-common';
import type { InvalidPerson } from '@callboard/plugin-access-node';
import type { AccessContext } from '../AccessContext';
import { judgeSource } from './judgeSource';
import { readGithubPeople } from './readGithubPeople';
import { readTasks } from './readTasks';
import type { ConfiguredSource } from './sources/ConfiguredSource';
import { readSources } from './sources/readSources';
import type { SyncStore } from './createSyncStore';

const MOST_SYNCS = 20;
const MOST_INVALID = 50;

export type SourceParts = Pick<
  AccessContext,
  'auth' | 'config' | 'discovery' | 'now' | 'observations'
> & { store: SyncStore };

/** A source, and what it takes to have it read. */
export interface DescribedSource {
  source: PeopleSource;
  configured?: ConfiguredSource;
  taskId?: string;
}

/** All sources: those of the configuration, and others that have brought users or groups which are still there. */
export async function describeSources(
  parts: SourceParts,
): Promise<DescribedSource[]> {
  const { auth, config, discovery, now, observations, store } = parts;
  const catalog = observations.catalog();
  const sources = readSources({ config });
  const hasGithub = sources.some(({ kind }) => kind === 'github');
  const [stored, invalid, catalogTasks, githubTasks, organisations] =
    await Promise.all([
      store.read(),
      catalog?.invalid() ?? [],
      readTasks({ auth, discovery, pluginId: 'catalog' }),
      hasGithub
        ? readTasks({ auth, discovery, pluginId: 'github' })
        : undefined,
      hasGithub ? readGithubPeople({ auth, discovery }) : undefined,
    ]);
  const tasks = { catalog: catalogTasks, github: githubTasks };

  const describe = (id: string, configured?: ConfiguredSource) => {
    const task = configured?.task ?? {
      pluginId: 'catalog' as const,
      id: `${id}:refresh`,
    };
    const schedule = tasks[task.pluginId]?.get(task.id);
    const own = configured && organisationsOf({ configured, organisations });
    return {
      ...(configured && { configured }),
      ...(schedule && { taskId: task.id }),
      source: toSource({
        id,
        configured,
        schedule,
        organisations: own,
        counts: catalog?.countOf(id),
        syncs: stored.get(id) ?? [],
        invalid: invalid.filter(({ providerName }) => providerName === id),
        now: now(),
      }),
    };
  };
  const known = new Set(sources.map(({ id }) => id));
  const others = [...stored.keys()].filter(id => {
    const { users, groups } = catalog?.countOf(id) ?? { users: 0, groups: 0 };
    return !known.has(id) && users + groups > 0;
  });
  return [
    ...sources.map(each => describe(each.id, each)),
    ...others.sort().map(id => describe(id)),
  ];
}

function toSource(options: {
  id: string;
  configured?: ConfiguredSource;
  schedule?: PeopleSchedule;
  organisations?: PeopleOrganisation[];
  counts?: { users: number; groups: number };
  syncs: PeopleSync[];
  invalid: InvalidPerson[];
  now: Date;
}): PeopleSource {
  const { id, configured, schedule, organisations, counts, syncs } = options;
  const { invalid, now } = options;
  const lastRead = syncs.find(({ outcome }) => outcome === 'read');
  const lastReadAt = organisations
    ? oldestOf(organisations)
    : lastRead?.endedAt;
  const lastChange = syncs.find(
    ({ added, changed, removed }) =>
      added.count + changed.count + removed.count > 0,
  );
  const source: Omit<PeopleSource, 'troubles'> = {
    id,
    kind: configured?.kind ?? 'other',
    title: configured?.title ?? id,
    ...(configured && { configKey: configured.configKey }),
    ...(counts ??
      (lastRead && { users: lastRead.users, groups: lastRead.groups })),
    ...(schedule && { schedule }),
    ...(lastReadAt && { lastReadAt }),
    ...(syncs.length > 0 && { lastSync: syncs[0] }),
    ...(lastChange && { lastChange }),
    syncs: syncs.slice(0, MOST_SYNCS),
    invalid: invalid
      .slice(0, MOST_INVALID)
      .map(({ entityRef, message }) => ({ entityRef, message })),
    invalidCount: invalid.length,
    ...(organisations && { organisations }),
    canSync: organisations ? organisations.length > 0 : Boolean(schedule),
  };
  return { ...source, troubles: judgeSource({ source, now }) };
}

/** Undefined where the source is none of GitHub. */
function organisationsOf(options: {
  configured: ConfiguredSource;
  organisations?: PeopleOrganisation[];
}): PeopleOrganisation[] | undefined {
  const { configured, organisations = [] } = options;
  const { github } = configured;
  if (!github) return undefined;
  const named = github.organisations?.map(name => name.toLowerCase());
  return organisations.filter(
    ({ host, organisation, lastReadAt, problem, held }) =>
      host === github.host &&
      (named
        ? named.includes(organisation.toLowerCase())
        : // The mirror also knows organisations whose repositories alone are read.
          Boolean(lastReadAt || problem || held)),
  );
}

function oldestOf(organisations: PeopleOrganisation[]): string | undefined {
  const times = organisations.map(({ lastReadAt }) => lastReadAt);
  if (times.includes(undefined)) return undefined;
  return (times as string[]).sort()[0];
}
