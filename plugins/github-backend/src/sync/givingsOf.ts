import type { RepositoryRead } from '../github/RepositoryRead';
import type { KnownRepository } from '../store/MirrorView';
import type { StoredRepository } from '../store/StoredRepository';
import { entitiesFor, type Giving } from './entitiesFor';
import type { MirrorContext } from './MirrorContext';
import { sourcesFor } from './sourcesFor';
import { takenNames } from './takenNames';
import { teamsFor } from './teamsFor';

/** What an owner's repositories are in the catalog, by node id, from what the database has; with texts, and without asking about them. */
export async function givingsOf(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  stored: StoredRepository[];
}): Promise<Map<string, Giving[]>> {
  const { context, host, owner, stored } = options;
  const organisation = await context.store.organisations.get({
    host,
    organisation: owner,
  });
  const sources = sourcesFor({
    settings: context.settings,
    host,
    owner,
    app: organisation?.app,
  });
  const reads = stored.map(({ repository }) => ({
    ...repository,
    files: filesOf(repository),
  }));
  const teams = await teamsFor({
    context,
    host,
    owner,
    files: reads.map(({ files }) => files),
  });
  const taken = await takenNames({ context, host, reads });
  return new Map(
    stored.map(({ repository, given }) => [
      repository.id,
      entitiesFor({
        context,
        sources,
        repository,
        teams: teams.get(repository.name),
        nameTaken: taken.has(repository.id),
        before: given,
      }),
    ]),
  );
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
