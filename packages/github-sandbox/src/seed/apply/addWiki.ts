import { readTree } from '../history/readTree';
import { ownersOf } from '../peopleOf';
import type { RepositoryContext } from './SeedContext';

/** Registers the wiki of a repository: a git repository beside it, with one commit. GitHub still calls its branch `master`. */
export function addWiki(options: { context: RepositoryContext }): void {
  const { context } = options;
  const { sandbox, seed, seeded, repository } = context;
  const { wiki } = seeded;
  if (!wiki) return;
  const [login] = ownersOf({ seed });
  const daysAgo = seeded.history?.[0]?.daysAgo ?? 0;
  sandbox.git.create({
    id: `${repository.id}.wiki`,
    defaultBranch: 'master',
    seed: async () => ({
      defaultBranch: 'master',
      commits: [
        {
          id: 'wiki',
          message: 'Initial Home page',
          author: context.signatureOf({ login, daysAgo }),
          files: Object.fromEntries(await readTree({ files: wiki })),
        },
      ],
    }),
  });
}
