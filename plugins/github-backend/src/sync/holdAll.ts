import type { MirrorContext } from './MirrorContext';
import { settleRemovals } from './settleRemovals';

/** Holds all that is known of an organisation which nobody may read any more: it stays until an operator lets it go. */
export async function holdAll(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
}): Promise<{ state: 'held' | 'empty' }> {
  const { context, host, organisation } = options;
  const { store } = context;
  const owner = organisation;
  const known = await store.repositories.ids({ host, owner });
  if (known.length === 0) {
    return { state: 'empty' };
  }
  const { mirrored } = await store.repositories.count({ host, owner });
  await settleRemovals({
    context,
    host,
    organisation,
    removals: known.map(each => ({ ...each, kind: 'gone' })),
    of: mirrored,
    listed: 0,
    known: known.length,
    isRefused: true,
  });
  return { state: 'held' };
}
