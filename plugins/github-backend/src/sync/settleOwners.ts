import { chunked } from '../store/chunked';
import { lowerKey } from '../store/lowerKey';
import { applyPending } from './applyPending';
import type { MirrorContext } from './MirrorContext';
import { openGivings } from './openGivings';

/**
 * Gives inferred entities other owners where CODEOWNERS names somebody who has come or gone since. Asks GitHub nothing; next to nothing to do
 * where nobody has, unless it is told to look at all (`isForced`).
 */
export async function settleOwners(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  isForced?: boolean;
}): Promise<void> {
  const { context, host, organisation, isForced = false } = options;
  const { settings, owners, ownersSettled, store } = context;
  if (!settings.inference || !owners) {
    return;
  }
  const version = await owners.ownersVersion({ host });
  const key = `${host}/${lowerKey(organisation)}`;
  if (!isForced && ownersSettled.get(key) === version) {
    return;
  }
  const owner = organisation;
  const known = await store.repositories.ids({ host, owner });
  const others: string[] = [];
  const givingsOf = await openGivings({ context, host, owner });
  for (const chunk of chunked(known, 100)) {
    const stored = await store.repositories.byIds({
      ...{ host, ids: chunk.map(({ id }) => id) },
      withTexts: true,
    });
    const named = [...stored.values()].filter(
      ({ repository, given }) =>
        repository.hints?.codeowners && given.length > 0,
    );
    const givings = await givingsOf(named);
    for (const { repository, given } of named) {
      const hashes = new Set(given.map(({ hash }) => hash));
      const isSame = givings
        .get(repository.id)!
        .every(each => hashes.has(each.given.hash));
      if (!isSame) others.push(repository.id);
    }
  }
  if (others.length > 0) {
    await store.repositories.remind({ host, ids: others });
    await applyPending({ context, host, owner });
  }
  ownersSettled.set(key, version);
}
