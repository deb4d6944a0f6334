import type { Knex } from 'knex';
import { Minimatch } from 'minimatch';
import { splitFileKey } from '../github/splitFileKey';
import { chunked } from './chunked';
import { createBatcher } from './createBatcher';
import { fileFrom } from './fromRows';
import { groupBy } from './groupBy';
import { hasWildcards } from './hasWildcards';
import type { FilesAnswer, MirrorView } from './MirrorView';
import { readRepositories } from './readRepositories';
import { readTarget, type Target } from './readTarget';
import type { RepositoryStore } from './RepositoryStore';
import type { FileRow } from './rows';
import { targetKeyOf } from './targetKeyOf';

const BATCH = 200;

/** See `MirrorView`. Locations that are read at the same time cost one statement together. */
export function createMirrorView(options: {
  knex: Knex;
  repositories: RepositoryStore;
}): MirrorView {
  const { knex, repositories } = options;

  const fileRowsAt = createBatcher<string, FileRow[]>({
    size: BATCH,
    async load(keys) {
      const rows: FileRow[] = await knex('github_files').whereIn('target_key', [
        ...new Set(keys),
      ]);
      const grouped = groupBy(rows, row => row.target_key);
      return keys.map(key => grouped.get(key) ?? []);
    },
  });

  async function exactly(target: string, key: string): Promise<FilesAnswer> {
    const rows = await fileRowsAt(key);
    const present = rows.find(row => row.state === 'present');
    if (present) {
      return { state: 'present', files: [fileAt(present, target)] };
    }
    return rows.length > 0 && rows.every(row => row.state === 'absent')
      ? { state: 'absent' }
      : { state: 'unknown' };
  }

  async function matching(
    target: Target & { rest: string },
    url: string,
  ): Promise<FilesAnswer> {
    const stored = await repositories.byName(target);
    if (!stored) {
      return { state: 'unknown' };
    }
    const { repository, matched } = stored;
    for (const key of Object.keys(matched)) {
      const { ref, path: pattern } = splitFileKey(key);
      const branch = ref === 'HEAD' ? repository.defaultBranch ?? 'HEAD' : ref;
      if (target.rest === `${branch}/${pattern}`) {
        const matcher = new Minimatch(pattern);
        const rows: FileRow[] = await knex('github_files')
          .where({ host: repository.host, repository_id: repository.id, ref })
          .where({ state: 'present' })
          .orderBy('path');
        const root = url.slice(0, url.lastIndexOf(pattern));
        return {
          state: 'present',
          files: rows
            .filter(row => matcher.match(row.path))
            .map(row => fileAt(row, new URL(`${root}${row.path}`).toString())),
        };
      }
    }
    return { state: 'unknown' };
  }

  return {
    async filesAt({ target: url }) {
      const target = readTarget(url);
      if (!target?.rest) {
        return { state: 'unknown' };
      }
      const { rest } = target;
      if (hasWildcards(rest)) {
        return await matching({ ...target, rest }, url);
      }
      // Where the branch ends does not matter, since the key does not tell.
      const [branch, ...path] = rest.split('/');
      return await exactly(
        url,
        targetKeyOf({ ...target, branch, path: path.join('/') }),
      );
    },

    async repositoryAt({ url }) {
      const target = readTarget(url) ?? insideOf(url);
      const stored = target && (await repositories.byName(target));
      if (!stored) {
        return undefined;
      }
      const { host, id } = stored.repository;
      const found = await readRepositories({
        knex,
        host,
        ids: [id],
        withTexts: true,
      });
      return found.get(id)?.repository;
    },

    async repositoriesOf({ host, owner }) {
      const known = await repositories.ids({ host, owner });
      const all = [];
      for (const chunk of chunked(known)) {
        const found = await repositories.byIds({
          host,
          ids: chunk.map(({ id }) => id),
        });
        all.push(...[...found.values()].map(({ repository }) => repository));
      }
      return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    },

    isMirrored: async owner => (await repositories.ids(owner)).length > 0,
  };
}

/** Pages of a repository that are not files: issues, settings. */
function insideOf(url: string): Target | undefined {
  const match = /^https?:\/\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)/.exec(url);
  return match
    ? { host: match[1], owner: match[2], name: match[3] }
    : undefined;
}

function fileAt(row: FileRow, url: string) {
  const { path, oid, text, commit, seenAt, lagMs } = fileFrom(row);
  return {
    url,
    path,
    text: text ?? '',
    oid: oid ?? '',
    ...(commit && { commit }),
    seenAt,
    ...(lagMs !== undefined && { lagMs }),
  };
}
