import type { Octokit } from 'octokit';
import { askProposal } from '../../proposals/askProposal';
import type { ProposalState } from '../../proposals/ProposalState';

/** What a pull request with a descriptor depends on, as GitHub has it now. */
export type RepositoryState =
  | { state: 'not-found' }
  | (Omit<ProposalState, 'branch'> & {
      state: 'found';
      hasDescriptor: boolean;
      /** Of our branch, where it is there. */
      branch?: { oid: string; descriptor?: string };
    });

const QUERY = `
  query importedRepository($owner: String!, $name: String!, $branch: String!, $qualified: String!, $descriptor: String!, $proposed: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      defaultBranchRef { name target { oid } }
      ref(qualifiedName: $qualified) { target { oid } }
      pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { url state isCrossRepository }
      }
      descriptor: object(expression: $descriptor) { oid }
      proposed: object(expression: $proposed) { ... on Blob { text } }
    }
  }
`;

interface More {
  descriptor: { oid: string } | null;
  proposed: { text?: string | null } | null;
}

/** Asks in one request. Throws Octokit's errors. */
export async function repositoryState(options: {
  client: Octokit;
  owner: string;
  name: string;
  /** Our branch. */
  branch: string;
  /** Where the descriptor goes. */
  path: string;
}): Promise<RepositoryState> {
  const { branch, path } = options;
  const asked = await askProposal<More>({
    ...options,
    query: QUERY,
    variables: {
      descriptor: `HEAD:${path}`,
      proposed: `refs/heads/${branch}:${path}`,
    },
  });
  if (asked.state === 'not-found') return asked;
  const { proposal, repository } = asked;
  const { branch: ours, ...rest } = proposal;
  return {
    ...rest,
    state: 'found',
    hasDescriptor: repository.descriptor !== null,
    ...(ours && {
      branch: { ...ours, descriptor: repository.proposed?.text ?? undefined },
    }),
  };
}
