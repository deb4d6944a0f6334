import type { Sandbox } from '../../core/Sandbox';
import type { Reaction, User } from '../../core/state';

/** Adds a reaction. A person has each reaction once: a second one gives the first. */
export function addReaction(options: {
  sandbox: Sandbox;
  subject: Reaction['subject'];
  user: User;
  content: Reaction['content'];
  at?: string;
}): { outcome: 'created' | 'existing'; reaction: Reaction } {
  const { sandbox, subject, user, content, at } = options;
  const existing = sandbox.state.reactions
    .by('subject', `${subject.kind}:${subject.id}`)
    .find(row => row.userId === user.id && row.content === content);
  if (existing) return { outcome: 'existing', reaction: existing };
  const reaction = sandbox.state.reactions.insert({
    id: sandbox.nextId(),
    subject,
    userId: user.id,
    content,
    createdAt: at ?? sandbox.clock.iso(),
  });
  return { outcome: 'created', reaction };
}
