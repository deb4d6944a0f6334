import type { RepositoryHint } from '../../sync/RepositoryHint';
import type { EventHandlerOptions } from '../createEventHandler';
import type { Reaction } from './Reaction';
import { refreshFiles } from './refreshFiles';

/** Does what an event asks for; resolves once it is safe. Hints go first, since somebody waits for them, but for what is to be forgotten. */
export async function carryOut(
  options: EventHandlerOptions & { reactions: Reaction[] },
): Promise<void> {
  const { reactions, mirror, forgetApp } = options;
  for (const reaction of reactions) {
    if (reaction.kind === 'forget') forgetApp?.(reaction);
  }
  const hints: RepositoryHint[] = [];
  for (const reaction of reactions) {
    if (reaction.kind === 'hint' && !(await isSeen(reaction, options))) {
      hints.push(reaction.hint);
    }
  }
  if (hints.length > 0) {
    await mirror.hint(hints);
  }
  for (const reaction of reactions) {
    if (reaction.kind !== 'hint' && reaction.kind !== 'forget') {
      await carryOutOne({ ...options, reaction });
    }
  }
}

async function carryOutOne(
  options: EventHandlerOptions & {
    reaction: Exclude<Reaction, { kind: 'hint' | 'forget' }>;
  },
): Promise<void> {
  const { reaction, mirror, scmEvents } = options;
  switch (reaction.kind) {
    case 'reconcile':
      return mirror.reconcile({
        host: reaction.host,
        organisation: reaction.owner,
        reason: reaction.reason,
      });
    case 'refresh':
      return refreshFiles({ ...options, ...reaction });
    case 'people':
      return options.onPeopleEvent?.(reaction.event);
    case 'wiki':
      return options.onWikiEvent?.(reaction.event);
    default:
      return scmEvents?.publish(reaction.events);
  }
}

/** Whether the mirror has read the repository with the commit of this push as its head. */
async function isSeen(
  { head }: Extract<Reaction, { kind: 'hint' }>,
  { view }: Pick<EventHandlerOptions, 'view'>,
): Promise<boolean> {
  if (!head) {
    return false;
  }
  const known = await view.repositoryAt({ url: head.url });
  return (
    known?.head?.oid === head.oid &&
    known.files.every(({ state }) => state !== 'unread')
  );
}
