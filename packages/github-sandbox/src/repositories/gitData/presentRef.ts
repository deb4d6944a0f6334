import { nodeId } from '../../core/nodeId';
import type { ReadRef } from '../../git';
import type { RepositoryCall } from '../../http/Route';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';

/** GitHub's `git-ref`. */
export function presentRef(options: { call: RepositoryCall; found: ReadRef }) {
  const { call, found } = options;
  const api = `${call.urls.api}/repos/${fullNameOf(call)}/git`;
  return {
    ref: found.ref,
    node_id: nodeId({ type: 'Ref', id: `${call.repository.id}:${found.ref}` }),
    url: `${api}/${encodePath(found.ref)}`,
    object: {
      sha: found.sha,
      type: found.type,
      url: `${api}/${found.type}s/${found.sha}`,
    },
  };
}
