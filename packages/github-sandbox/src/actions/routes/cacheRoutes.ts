import { createHash } from 'node:crypto';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../../repositories/fullNameOf';
import { type CachedFiles, runtimeOf } from '../ActionsRuntime';
import { READ, WRITE } from './access';

const all = '/repos/{owner}/{repo}/actions/caches';

export const listCaches: Route = {
  route: `GET ${all}`,
  on: 'repository',
  access: READ,
  handle(call) {
    const { rows, total } = paginate({
      call,
      rows: matching(call).sort((a, b) => b.id - a.id),
    });
    return {
      body: { total_count: total, actions_caches: rows.map(presentCache) },
      total,
    };
  },
};

export const getCacheUsage: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/cache/usage',
  on: 'repository',
  access: READ,
  handle(call) {
    const caches = cachesOf(call);
    return {
      body: {
        full_name: fullNameOf(call),
        active_caches_size_in_bytes: caches
          .map(sizeOf)
          .reduce((sum, size) => sum + size, 0),
        active_caches_count: caches.length,
      },
    };
  },
};

export const deleteCacheByKey: Route = {
  route: `DELETE ${all}`,
  on: 'repository',
  access: WRITE,
  handle(call) {
    const key = call.query.get('key');
    const gone = matching(call).filter(cache => cache.key === key);
    if (gone.length === 0) throw notFound();
    remove(call, gone);
    return {
      body: {
        total_count: gone.length,
        actions_caches: gone.map(presentCache),
      },
    };
  },
};

export const deleteCache: Route = {
  route: `DELETE ${all}/{cache_id}`,
  on: 'repository',
  access: WRITE,
  handle(call): Answer {
    const gone = cachesOf(call).filter(
      ({ id }) => id === Number(call.params.cache_id),
    );
    if (gone.length === 0) throw notFound();
    remove(call, gone);
    return { status: 204 };
  },
};

function cachesOf({ sandbox, repository }: RepositoryCall): CachedFiles[] {
  return [...(runtimeOf(sandbox).caches.get(repository.id) ?? [])];
}

/** Keys are asked for by their beginning. */
function matching(call: RepositoryCall): CachedFiles[] {
  const ref = call.query.get('ref');
  const key = call.query.get('key') ?? '';
  return cachesOf(call).filter(
    cache => cache.key.startsWith(key) && (!ref || cache.ref === ref),
  );
}

function remove(call: RepositoryCall, gone: CachedFiles[]) {
  const { sandbox, repository } = call;
  runtimeOf(sandbox).caches.set(
    repository.id,
    cachesOf(call).filter(cache => !gone.includes(cache)),
  );
}

function sizeOf({ files }: CachedFiles): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

function presentCache(cache: CachedFiles) {
  return {
    id: cache.id,
    ref: cache.ref,
    key: cache.key,
    // GitHub makes one of the paths and the compression.
    version: createHash('sha256')
      .update([...cache.files.keys()].join('\n'))
      .digest('hex'),
    last_accessed_at: cache.lastAccessedAt,
    created_at: cache.createdAt,
    size_in_bytes: sizeOf(cache),
  };
}
