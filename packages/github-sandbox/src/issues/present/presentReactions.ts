import type { Sandbox } from '../../core/Sandbox';
import type { Reaction } from '../../core/state';
import { reactionContents } from '../reactions/reactionContents';

/** `reaction-rollup`: how many reactions of each kind something has. `url` is that of the thing itself. */
export function presentReactions(options: {
  sandbox: Sandbox;
  subject: Reaction['subject'];
  url: string;
}) {
  const { sandbox, subject, url } = options;
  const reactions = sandbox.state.reactions.by(
    'subject',
    `${subject.kind}:${subject.id}`,
  );
  const counts = Object.fromEntries(
    reactionContents.map(content => [
      content,
      reactions.filter(reaction => reaction.content === content).length,
    ]),
  ) as Record<Reaction['content'], number>;
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...counts,
  };
}
