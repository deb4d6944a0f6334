import { nodeId } from '../../../core/nodeId';
import { demandContents } from '../../rights/demandContents';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { pullConnection } from '../conversations/pullConnection';
import { branchProtectionRule } from '../repositories/branchProtectionRule';
import type { Resolvers } from '../Resolvers';
import { compareRefs } from './compareRefs';
import { gitObject } from './gitObject';
import { gitOf } from './gitOf';

type RefSource = Source<'ref'>;

/** https://docs.github.com/graphql/reference/objects#ref */
export const Ref: Resolvers<RefSource> = {
  id: ({ repository, ref }) =>
    nodeId({ type: 'Ref', id: `${repository.id}:${ref}` }),
  name: ({ ref }) => splitRef(ref).name,
  prefix: ({ ref }) => splitRef(ref).prefix,
  repository: ({ repository }) => source.repository(repository),
  async target({ repository, sha }, _args, context) {
    demandContents({ repository, context });
    const git = await gitOf({ repository, context });
    const object = await git.resolve({ expression: sha });
    return object ? gitObject({ repository, ...object }) : null;
  },
  associatedPullRequests: ({ repository, ref }, args, context) =>
    pullConnection({
      repositoryId: undefined,
      args,
      context,
      accept: ({ pull }) =>
        pull.head.repositoryId === repository.id &&
        `refs/heads/${pull.head.ref}` === ref,
    }),
  branchProtectionRule: ({ repository, ref }) =>
    branchProtectionRule({ repository, branch: splitRef(ref).name }),
  compare: ({ repository, sha }, { headRef }, context) =>
    compareRefs({ repository, base: sha, head: headRef, context }),
};

/** `refs/heads/feature/a`: the prefix ends with the second slash. */
function splitRef(ref: string): { prefix: string; name: string } {
  const [, prefix, name] = /^(refs\/[^/]+\/)(.+)$/.exec(ref) ?? [
    ref,
    'refs/',
    ref.replace(/^refs\//, ''),
  ];
  return { prefix, name };
}
