import pLimit from 'p-limit';
import type { RepositoryRead } from '../github/RepositoryRead';
import type { Removal } from '../store/PlanStore';
import type { WrittenRepository } from '../store/RepositoryStore';
import { collect } from './collect';
import { guardDescriptors, type DescriptorMode } from './guardDescriptors';
import { handOver, type Change } from './handOver';
import type { MirrorContext } from './MirrorContext';
import { needsTeams } from './needsTeams';
import { planRead } from './planRead';
import { sourcesFor } from './sourcesFor';
import { takenNames } from './takenNames';
import { teamsFor } from './teamsFor';

const MATCHING_AT_ONCE = 8;

/** What an answer of GitHub came to. */
export interface Applied {
  /** Repositories of which something is new. */
  changed: number;
  /** Repositories of which nothing belongs in the catalog any more. They are left as they are; whoever asked decides. */
  removals: Removal[];
  /** Those that have lost a descriptor and keep it, where that was asked for. */
  undescribed: RepositoryRead[];
  /** So many lose descriptors that they keep them: only a full run can tell. In words. */
  doubt?: string;
}

export interface ApplyOptions {
  context: MirrorContext;
  host: string;
  /** Whose repositories were asked for. Those that have gone to an owner who is not mirrored are among the removals. */
  owner: string;
  reads: RepositoryRead[];
  /** When GitHub was asked, by `MirrorStore.time`. */
  askedAt: Date;
  /** What is known of GitHub's own time of a change, ISO 8601, by node id; else it is the last push, if that is new. */
  changedAt?: Map<string, string>;
  /** Nothing was known before, so that nothing is late. */
  isFirst?: boolean;
  /** Gives the catalog everything once more, also what has not changed: it mends what the catalog has lost. */
  givesAll?: boolean;
  /** @defaultValue `guard` */
  descriptors?: DescriptorMode;
  signal?: AbortSignal;
}

/** Takes what GitHub says of repositories: to the database first, then to the catalog. One batch of an owner at a time. */
export async function applyReads(options: ApplyOptions): Promise<Applied> {
  const { context, host, owner } = options;
  return await context.exclusively({ host, owner }, async () =>
    applyBatch(options),
  );
}

async function applyBatch(options: ApplyOptions): Promise<Applied> {
  const { context, host, owner, givesAll = false } = options;
  const { store, now } = context;
  const reads = uniqueReads(options.reads);
  const stored = await store.repositories.byIds({
    host,
    ids: reads.map(({ id }) => id),
  });
  const seenAt = options.askedAt.toISOString();
  const apps = await appsOf(options, reads);
  const removals: Removal[] = [];
  const limit = pLimit(MATCHING_AT_ONCE);
  const isNeeded = needsTeams({
    settings: context.settings,
    files: reads.map(({ files }) => files),
  });
  const teams = isNeeded ? await teamsFor({ context, host, owner }) : new Map();

  const taken = await takenNames({ context, host, reads });

  const believed = await Promise.all(
    reads.map(read =>
      limit(async () => {
        const before = stored.get(read.id);
        if (before && before.repository.seenAt > seenAt) {
          return undefined;
        }
        const sources = sourcesFor({
          settings: context.settings,
          host,
          owner: read.owner,
          app: apps.get(read.owner),
        });
        if (sources.length === 0) {
          if (before) {
            const { id, name } = read;
            removals.push({ id, name, kind: 'gone', seenAt });
          }
          return undefined;
        }
        const nameTaken = taken.has(read.id);
        const which = { read, before, sources, teams, nameTaken };
        return { ...(await planRead({ ...options, ...which })), which };
      }),
    ),
  );
  const losing = believed.flatMap(plan =>
    plan?.loses ? [plan.which.read] : [],
  );
  const { kept, doubt } = await guardDescriptors({
    ...{ context, host, owner, mode: options.descriptors ?? 'guard' },
    ids: losing.map(({ id }) => id),
  });
  const plans = await Promise.all(
    believed.map(async plan =>
      plan && kept.has(plan.which.read.id)
        ? await planRead({ ...options, ...plan.which, keepsFiles: true })
        : plan,
    ),
  );

  const changes = new Map<string, Change>();
  const told: Parameters<typeof store.repositories.told>[0] = [];
  const refreshKeys: string[] = [];
  const written: WrittenRepository[] = [];
  const lags: string[] = [];
  for (const plan of plans) {
    if (!plan) continue;
    const { before, repository, givings, isNews } = plan;
    if (isNews) {
      const { matched, contentHash } = plan;
      written.push({ repository, matched, contentHash });
      refreshKeys.push(...plan.refreshKeys);
    }
    if (before && before.given.length > 0 && givings.length === 0) {
      const { id, name } = repository;
      removals.push({ id, name, kind: 'left-out' });
      if (isNews) told.push({ host, id, seenAt, given: before.given });
      continue;
    }
    const differs = collect({ changes, before, givings, givesAll });
    if (isNews || differs) {
      told.push({
        host,
        id: repository.id,
        seenAt: isNews || !before ? seenAt : before.repository.seenAt,
        given: givings.map(({ given }) => given),
      });
    }
    if (plan.lagsFrom) lags.push(plan.lagsFrom);
  }

  await store.repositories.write(written);
  await handOver({ context, changes, refreshKeys });
  await store.repositories.told(told);
  if (lags.length > 0) {
    const at = now().getTime();
    const lagsMs = lags.map(from => Math.max(0, at - Date.parse(from)));
    await store.lags.add({ host, organisation: owner, lagsMs });
  }
  // Also those of which nothing is new: that they are there is known.
  await store.repositories.seen({
    host,
    ids: [...stored.keys()],
    at: seenAt,
  });
  return {
    changed: written.length,
    removals,
    undescribed: losing.filter(({ id }) => kept.has(id)),
    ...(doubt && { doubt }),
  };
}

function uniqueReads(reads: RepositoryRead[]) {
  return [...new Map(reads.map(read => [read.id, read])).values()];
}

/** The App through which each owner was found. */
async function appsOf(options: ApplyOptions, reads: RepositoryRead[]) {
  const { context, host } = options;
  const apps = new Map<string, number | undefined>();
  for (const owner of new Set(reads.map(read => read.owner))) {
    const state = await context.store.organisations.get({
      host,
      organisation: owner,
    });
    apps.set(owner, state?.app);
  }
  return apps;
}
