import type { ImportItem } from '@callboard/plugin-github-common';
import type { Infer, TeamsOf } from './Inference';
import { leaveOutTaken } from './leaveOutTaken';
import { planItem } from './planItem';
import { readRepositories } from './readRepositories';

/** Makes the items of a plan, in the order of their names, and says in words where GitHub's answers were not whole. */
export async function planImport(
  options: Parameters<typeof readRepositories>[0] & {
    infer: Infer;
    /** Where it is left out or fails, owners are inferred without. */
    teamsOf?: TeamsOf;
    /** Inferred entities in the catalog, by `owner/name` in lower case. */
    inferredRefs(): Promise<Map<string, string>>;
    /** Of these references those that are in the catalog, with where each is from. */
    takenRefs(refs: string[]): Promise<Map<string, string>>;
  },
): Promise<{ items: ImportItem[]; reason?: string }> {
  const { host, organisation, infer, teamsOf } = options;
  const { repositories, problems } = await readRepositories(options);
  const inferred = await options.inferredRefs();
  const notes: string[] = [];
  const teams = await teamsOf?.({ host, owner: organisation }).catch(error => {
    notes.push(
      `The teams of ${organisation} are not known, so owners are inferred without them: ${error.message}`,
    );
    return undefined;
  });
  const items: ImportItem[] = [];
  for (const repository of repositories) {
    const slug = `${repository.owner}/${repository.name}`.toLowerCase();
    items.push(
      await planItem({
        ...{ host, repository, infer },
        teams: teams?.get(repository.name),
        inferredRef: inferred.get(slug),
      }),
    );
  }
  items.sort((a, b) => a.repository.localeCompare(b.repository, 'en'));
  const said = [...new Set(problems)];
  if (said.length > 0) {
    notes.unshift(
      `GitHub's answers were not whole, so some repositories may be missing here. Plan again later. ${said
        .slice(0, 3)
        .join('; ')}`,
    );
  }
  const refs = items.flatMap(({ state, entity }) =>
    state === 'inferable' && entity ? [entity.ref] : [],
  );
  const taken = await options.takenRefs(refs);
  return {
    items: leaveOutTaken({ items, taken }),
    ...(notes.length > 0 && { reason: notes.join('. ') }),
  };
}
