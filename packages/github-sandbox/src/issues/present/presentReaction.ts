import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Reaction } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from './presentPerson';

/** `reaction` of GitHub's OpenAPI. */
export function presentReaction(options: {
  sandbox: Sandbox;
  urls: Urls;
  reaction: Reaction;
}) {
  const { sandbox, urls, reaction } = options;
  return {
    id: reaction.id,
    node_id: nodeId({ type: 'Reaction', id: reaction.id }),
    user: presentPerson({ sandbox, urls, id: reaction.userId }),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}
