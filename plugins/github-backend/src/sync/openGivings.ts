import type { RepositoryRead } from '../github/RepositoryRead';
import type { KnownRepository } from '../store/MirrorView';
import type { StoredRepository } from '../store/StoredRepository';
import { entitiesFor, type Giving } from './entitiesFor';
import type { MirrorContext } from './MirrorContext';
import { needsTeams } from './needsTeams';
import { sourcesFor } from './sourcesFor';
import { takenNames } from './takenNames';
import { teamsFor, type Teams } from './teamsFor';

/**
 * Tells what an owner's repositories are in the catalog, by node id, from what the database has; they come with texts, and GitHub is not asked
 * about them. What it needs of the owner is read once, however often it is called.
 */
export async function openGivings(options: {
  context: MirrorContext;
  host: string;
  owner: string;
}): Promise<(stored: StoredRepository[]) => Promise<Map<string, Giving[]>>> {
  const { context, host, owner } = options;
  const { settings, store } = context;
  const organisation = await store.organisations.get({
    host,
    organisation: owner,
  });
  const { app } = organisation ?? {};
  const sources = sourcesFor({ settings, host, owner, app });
  let known: Teams | undefined;

  return async stored => {
    const reads = stored.map(({ repository }) => ({
      ...repository,
      files: filesOf(repository),
    }));
    if (needsTeams({ settings, files: reads.map(({ files }) => files) })) {
      known ??= await teamsFor({ context, host, owner });
    }
    const taken = await takenNames({ context, host, reads });
    return new Map(
      stored.map(({ repository, given }) => [
        repository.id,
        entitiesFor({
          context,
          sources,
          repository,
          teams: known?.get(repository.name),
          nameTaken: taken.has(repository.id),
          before: given,
        }),
      ]),
    );
  };
}

function filesOf({ files }: KnownRepository): RepositoryRead['files'] {
  const reads: RepositoryRead['files'] = {};
  for (const { ref, path, state, oid = '', text = '' } of files) {
    if (state === 'present') {
      reads[`${ref}:${path}`] = { state, oid, text };
    } else {
      reads[`${ref}:${path}`] =
        state === 'absent' ? { state } : { state, reason: 'it was not read' };
    }
  }
  return reads;
}
