import type { Knex } from 'knex';
import type { RepositoryRead } from '../../github/RepositoryRead';
import { createMirrorStore } from '../createMirrorStore';
import { migrationSource } from '../migrations';
import type { KnownRepository } from '../MirrorView';

/** A store in an empty database, at a time that stands still. */
export async function openStore(knex: Knex) {
  await knex.migrate.latest({ migrationSource });
  const time = { at: new Date('2026-11-26T12:00:00.000Z') };
  return {
    time,
    pass(ms: number) {
      time.at = new Date(time.at.getTime() + ms);
    },
    store: createMirrorStore({ knex, now: () => time.at }),
  };
}

/** A repository of acme with a descriptor. */
export function repositoryOf(
  name: string,
  more: Partial<KnownRepository> = {},
): KnownRepository {
  const facts: Omit<RepositoryRead, 'files'> = {
    id: `R_${name}`,
    databaseId: name.length,
    owner: 'acme',
    name,
    url: `https://github.com/acme/${name}`,
    visibility: 'private',
    isFork: false,
    isArchived: false,
    isEmpty: false,
    topics: [],
    hasWiki: false,
    updatedAt: '2026-11-26T11:00:00Z',
    defaultBranch: 'main',
  };
  return {
    ...facts,
    host: 'github.com',
    seenAt: '2026-11-26T12:00:00.000Z',
    files: [
      {
        ref: 'HEAD',
        path: 'catalog-info.yaml',
        state: 'present',
        oid: 'a'.repeat(40),
        text: `# ${name}\n`,
        seenAt: '2026-11-26T12:00:00.000Z',
      },
    ],
    entityRefs: [],
    ...more,
  };
}
