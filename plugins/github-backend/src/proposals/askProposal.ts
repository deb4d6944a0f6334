import type { Octokit } from 'octokit';
import type { ProposalState } from './ProposalState';

/** What a query has to ask of its `repository`; the branch is `ref`, and the pull requests are those of its name. */
interface ProposalAnswer {
  nameWithOwner: string;
  isArchived: boolean;
  defaultBranchRef: { name: string; target: { oid: string } } | null;
  ref: { target: { oid: string } } | null;
  pullRequests: {
    nodes: {
      url: string;
      state: 'OPEN' | 'CLOSED' | 'MERGED';
      isCrossRepository: boolean;
    }[];
  };
}

/**
 * Asks for a repository and our branch in one request. `repository` is the answer, with the fields that the query adds. Throws Octokit's errors.
 */
export async function askProposal<More>(options: {
  client: Octokit;
  /** Takes `$owner`, `$name`, `$branch` and `$qualified`, and has the fields of `ProposalAnswer` as `repository`. */
  query: string;
  owner: string;
  name: string;
  /** Our branch. */
  branch: string;
  /** What else the query takes. */
  variables: Record<string, string>;
}): Promise<
  | { state: 'not-found' }
  | { state: 'found'; proposal: ProposalState; repository: More }
> {
  const { client, query, owner, name, branch, variables } = options;
  let answer: { repository: (ProposalAnswer & More) | null };
  try {
    answer = await client.graphql<typeof answer>(query, {
      ...{ owner, name, branch },
      qualified: `refs/heads/${branch}`,
      ...variables,
    });
  } catch (error) {
    const { errors } = error as { errors?: { type?: string }[] };
    if (errors?.every(({ type }) => type === 'NOT_FOUND')) {
      return { state: 'not-found' };
    }
    throw error;
  }
  const { repository } = answer;
  return repository
    ? { state: 'found', repository, proposal: toProposal(repository) }
    : { state: 'not-found' };
}

function toProposal(repository: ProposalAnswer): ProposalState {
  const { nameWithOwner, isArchived } = repository;
  const { defaultBranchRef, ref, pullRequests } = repository;
  const pull = pullRequests.nodes.find(one => !one.isCrossRepository);
  return {
    ...{ nameWithOwner, isArchived },
    ...(defaultBranchRef && {
      head: { branch: defaultBranchRef.name, oid: defaultBranchRef.target.oid },
    }),
    ...(ref && { branch: { oid: ref.target.oid } }),
    ...(pull && { pull: { url: pull.url, state: pull.state } }),
  };
}
