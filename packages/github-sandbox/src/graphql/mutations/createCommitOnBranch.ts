import { findRepository } from '../../core/names/findRepository';
import type { Repository } from '../../core/state';
import { commitAsWeb } from '../../repositories/commitAsWeb';
import {
  signatureOf,
  webCommitter,
} from '../../repositories/identity/signatureOf';
import { refusedMove } from '../../repositories/protection/assertMayMove';
import { findTextNode } from '../ids/findNode';
import { Problem } from '../Problem';
import { isVisible } from '../rights/isVisible';
import { source } from '../sources/source';
import { mutation, unprocessable } from './mutation';
import { demandChange } from './demandChange';
import type { MutationCall } from './mutation';

/** One commit that adds, changes and deletes files. https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
export const createCommitOnBranch = mutation(async call => {
  const { input, actor, context } = call;
  const { sandbox } = context;
  const { repository, branch } = await placeOf(call);
  demandChange({ call, repository, permission: 'contents', role: 'push' });

  const { additions = [], deletions = [] } = input.fileChanges ?? {};
  const changes = [
    ...(additions ?? []).map(
      ({ path, contents }: { path: string; contents: string }) => ({
        path,
        content: Buffer.from(contents, 'base64'),
      }),
    ),
    ...(deletions ?? []).map(({ path }: { path: string }) => ({
      path,
      content: null,
    })),
  ];
  const date = sandbox.clock.now();
  const { headline, body } = input.message;
  const made = await commitAsWeb({
    sandbox,
    repository,
    viewer: context.viewer,
    sender: actor,
    branch,
    changes,
    message: body ? `${headline}\n\n${body}` : headline,
    author: signatureOf({ user: actor, date }),
    committer: webCommitter({ date }),
    expectedHead: input.expectedHeadOid,
  });

  switch (made.outcome) {
    case 'committed':
      return {
        commit: source.commit(repository, made.commit),
        ref: source.ref(repository, `refs/heads/${branch}`, made.commit),
      };
    case 'refused':
      throw refusedMove({ refusal: made.refusal, status: 422 });
    case 'headMoved':
      if (made.head === undefined) throw missingBranch(branch);
      throw new Problem({
        type: 'STALE_DATA',
        // The two spaces are GitHub's.
        message: `Expected branch to point to "${made.head}" but it did not.  Pull and try again.`,
      });
    case 'branchMissing':
      throw missingBranch(branch);
    case 'pathMissing':
      throw unprocessable(
        `A path was requested for deletion which does not exist as of commit oid \`${input.expectedHeadOid}\`: ${made.path}`,
      );
    default:
      throw unprocessable(`The path '${made.path}' is not valid.`);
  }
});

function missingBranch(branch: string): Problem {
  return new Problem({
    type: 'NOT_FOUND',
    message: `Could not resolve to a Ref with the name 'refs/heads/${branch}'.`,
  });
}

/** A branch is named by the id of its ref, or by its repository and name. */
async function placeOf({
  input,
  context,
}: MutationCall): Promise<{ repository: Repository; branch: string }> {
  const { id, repositoryNameWithOwner, branchName } = input.branch;
  if (id) {
    const found = await findTextNode({ id, context });
    if (found?.__typename === 'Ref') {
      return {
        repository: found.repository,
        branch: found.ref.replace(/^refs\/heads\//, ''),
      };
    }
    throw new Problem({
      type: 'NOT_FOUND',
      message: `Could not resolve to a Ref node with the global id of '${id}'.`,
    });
  }
  const [owner, name = ''] = (repositoryNameWithOwner ?? '').split('/');
  const found = findRepository({ sandbox: context.sandbox, owner, name });
  if (
    found.outcome === 'missing' ||
    !isVisible({ context, repository: found.repository })
  ) {
    throw new Problem({
      type: 'NOT_FOUND',
      message: `Could not resolve to a Repository with the name '${
        repositoryNameWithOwner ?? ''
      }'.`,
    });
  }
  return {
    repository: found.repository,
    branch: (branchName ?? '').replace(/^refs\/heads\//, ''),
  };
}
