import type { Repository } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { assertMayMove } from '../../repositories/protection/assertMayMove';
import { moveRef } from '../../repositories/refs/moveRef';
import type { MoveRefOutcome } from '../../repositories/refs/moveRef';
import { findTextNode } from '../ids/findNode';
import { Problem } from '../Problem';
import { source } from '../sources/source';
import { mutation, unprocessable } from './mutation';
import { demandChange } from './demandChange';
import type { MutationCall } from './mutation';
import { repositoryTarget } from './targets';

/** The mutations of refs. https://docs.github.com/graphql/reference/mutations#createref */
export const refMutations = {
  createRef: mutation(async call => {
    const repository = repositoryTarget({ call, id: call.input.repositoryId });
    const { name, oid } = call.input;
    return {
      ref: await move(call, {
        repository,
        ref: name,
        kind: 'create',
        sha: oid,
      }),
    };
  }),
  updateRef: mutation(async call => {
    const { repository, ref } = await refTarget(call);
    const { oid, force } = call.input;
    return {
      ref: await move(call, {
        repository,
        ref,
        kind: 'update',
        sha: oid,
        force: force === true,
      }),
    };
  }),
  deleteRef: mutation(async call => {
    const { repository, ref } = await refTarget(call);
    if (ref === `refs/heads/${repository.defaultBranch}`) {
      throw unprocessable('Cannot delete the default branch');
    }
    await move(call, { repository, ref, kind: 'delete' });
    return {};
  }),
};

async function refTarget(
  call: MutationCall,
): Promise<{ repository: Repository; ref: string }> {
  const { refId: id } = call.input;
  const found = await findTextNode({ id, context: call.context });
  if (found?.__typename === 'Ref') {
    return { repository: found.repository, ref: found.ref };
  }
  throw new Problem({
    type: 'NOT_FOUND',
    message: `Could not resolve to a Ref node with the global id of '${id}'.`,
  });
}

async function move(
  call: MutationCall,
  options: { repository: Repository; ref: string } & (
    | { kind: 'create'; sha: string }
    | { kind: 'update'; sha: string; force: boolean }
    | { kind: 'delete' }
  ),
) {
  const { repository, ref } = options;
  const { sandbox } = call.context;
  demandChange({ call, repository, permission: 'contents', role: 'push' });
  const git = await openGit({ sandbox, repository });
  const before = (await git.readRef({ ref }))?.sha;
  const after = options.kind === 'delete' ? undefined : options.sha;
  await assertMayMove({
    sandbox,
    repository,
    git,
    sender: call.actor,
    status: 422,
    change: {
      ref,
      before,
      after,
      forced:
        before !== undefined &&
        after !== undefined &&
        !(await git.isAncestor({ ancestor: before, of: after })),
    },
  });
  const outcome = await moveRef({
    sandbox,
    repository,
    ref,
    change: options,
    sender: call.actor,
  });
  if (outcome !== 'moved') throw unprocessable(messageOf(outcome, ref));
  return after ? source.ref(repository, ref, after) : null;
}

function messageOf(outcome: Exclude<MoveRefOutcome, 'moved'>, ref: string) {
  switch (outcome) {
    case 'exists':
      return `A ref named "${ref}" already exists in the repository.`;
    case 'missing':
      return 'Reference does not exist';
    case 'objectMissing':
      return 'Object does not exist';
    case 'notFastForward':
      return 'Update is not a fast forward';
    default:
      return `"${ref}" is not a valid ref name.`;
  }
}
