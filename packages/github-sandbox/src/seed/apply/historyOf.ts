import { buildHistory } from '../history/buildHistory';
import { ownersOf } from '../peopleOf';
import type { SeedHistory } from '../../git';
import type { SeedRepository } from '../SeedRepository';
import type { ConversationNumbers } from '../history/assignNumbers';
import type { SeedContext } from './SeedContext';

/** The history of a repository, made when it is first opened; undefined for one without commits. */
export function historyOf(options: {
  context: SeedContext;
  seeded: SeedRepository;
  numbers: ConversationNumbers;
}): (() => Promise<SeedHistory>) | undefined {
  const { context, seeded, numbers } = options;
  const { seed, signatureOf } = context;
  if (!seeded.history && !seeded.files?.paths.length) return undefined;
  const [author] = ownersOf({ seed });
  return async () => {
    const { history } = await buildHistory({
      repository: seeded,
      owner: seeded.owner ?? seed.organisation.login,
      author,
      numbers,
      signatureOf,
    });
    return history;
  };
}
