import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { assertMayMove } from '../protection/assertMayMove';
import { moveRef, type MoveRefOutcome } from '../refs/moveRef';
import { emptyRepository, isEmpty } from '../requireCommit';
import { presentRef } from './presentRef';

const access = {
  permission: { name: 'contents', level: 'write' as const },
  role: 'push' as const,
};

/** https://docs.github.com/rest/git/refs */
export const changeRefRoutes: Route[] = [
  {
    route: 'POST /repos/{owner}/{repo}/git/refs',
    on: 'repository',
    access,
    async handle(call) {
      const { ref, sha } = call.body;
      if (typeof ref !== 'string') throw notSupplied('ref');
      if (typeof sha !== 'string') throw notSupplied('sha');
      if (await isEmpty(await openGit(call))) throw emptyRepository();
      if (!/^refs\/[^/]+\/./.test(ref)) {
        throw refused(
          'Reference name must contain at least three slash-separated components.',
        );
      }
      await assertAllowed(call, ref, sha);
      const outcome = await moveRef({
        ...call,
        ref,
        change: { kind: 'create', sha },
        sender: actorOf(call.viewer),
      });
      return answer(call, ref, outcome, 201);
    },
  },
  {
    route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
    on: 'repository',
    access,
    async handle(call) {
      const { sha, force = false } = call.body;
      if (typeof sha !== 'string') throw notSupplied('sha');
      const ref = `refs/${call.params.ref.replace(/^refs\//, '')}`;
      await assertAllowed(call, ref, sha);
      const outcome = await moveRef({
        ...call,
        ref,
        change: { kind: 'update', sha, force: force === true },
        sender: actorOf(call.viewer),
      });
      return answer(call, ref, outcome, 200);
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
    on: 'repository',
    access,
    async handle(call) {
      const ref = `refs/${call.params.ref.replace(/^refs\//, '')}`;
      if (ref === `refs/heads/${call.repository.defaultBranch}`) {
        throw refused('Cannot delete the default branch');
      }
      await assertAllowed(call, ref, undefined);
      const outcome = await moveRef({
        ...call,
        ref,
        change: { kind: 'delete' },
        sender: actorOf(call.viewer),
      });
      if (outcome !== 'moved') throw refused('Reference does not exist');
      return { status: 204 };
    },
  },
];

async function assertAllowed(
  call: RepositoryCall,
  ref: string,
  after: string | undefined,
) {
  // These follow from pull requests.
  if (ref.startsWith('refs/pull/')) throw refused('Reference update failed');
  const git = await openGit(call);
  const before = (await git.readRef({ ref }))?.sha;
  if (!before && !after) return;
  await assertMayMove({
    ...call,
    git,
    sender: actorOf(call.viewer),
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
}

async function answer(
  call: RepositoryCall,
  ref: string,
  outcome: MoveRefOutcome,
  status: number,
) {
  const messages: Record<Exclude<MoveRefOutcome, 'moved'>, string> = {
    exists: 'Reference already exists',
    missing: 'Reference does not exist',
    objectMissing: 'Object does not exist',
    notFastForward: 'Update is not a fast forward',
    invalidName: `${ref} is not a valid ref name.`,
    nameConflict: 'Reference update failed',
  };
  if (outcome !== 'moved') throw refused(messages[outcome]);
  const found = (await (await openGit(call)).readRef({ ref }))!;
  const body = presentRef({ call, found });
  return {
    status,
    body,
    ...(status === 201 && { headers: { location: body.url } }),
  };
}

function refused(message: string) {
  return new GitHubError({
    status: 422,
    message,
    documentationUrl: 'https://docs.github.com/rest/git/refs',
  });
}
