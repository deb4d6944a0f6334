import type { Octokit } from 'octokit';

/** What a pull request depends on, as GitHub has it now. */
export type RepositoryState =
  | { state: 'not-found' }
  | {
      state: 'found';
      nameWithOwner: string;
      isArchived: boolean;
      /** Undefined in an empty repository. */
      head?: { branch: string; oid: string };
      hasDescriptor: boolean;
      /** Of our branch, where it is there. */
      branch?: { oid: string; descriptor?: string };
      /** The newest one of our branch. */
      pull?: { url: string; state: 'OPEN' | 'CLOSED' | 'MERGED' };
    };

const QUERY = `
  query importedRepository($owner: String!, $name: String!, $branch: String!, $qualified: String!, $descriptor: String!, $proposed: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      defaultBranchRef { name target { oid } }
      descriptor: object(expression: $descriptor) { oid }
      proposed: object(expression: $proposed) { ... on Blob { text } }
      ref(qualifiedName: $qualified) { target { oid } }
      pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { url state isCrossRepository }
      }
    }
  }
`;

interface Answer {
  repository: {
    nameWithOwner: string;
    isArchived: boolean;
    defaultBranchRef: { name: string; target: { oid: string } } | null;
    descriptor: { oid: string } | null;
    proposed: { text?: string | null } | null;
    ref: { target: { oid: string } } | null;
    pullRequests: {
      nodes: {
        url: string;
        state: 'OPEN' | 'CLOSED' | 'MERGED';
        isCrossRepository: boolean;
      }[];
    };
  } | null;
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
  const { client, owner, name, branch, path } = options;
  const variables = {
    ...{ owner, name, branch },
    qualified: `refs/heads/${branch}`,
    descriptor: `HEAD:${path}`,
    proposed: `refs/heads/${branch}:${path}`,
  };
  let answer: Answer;
  try {
    answer = await client.graphql<Answer>(QUERY, variables);
  } catch (error) {
    const { errors } = error as { errors?: { type?: string }[] };
    if (errors?.every(({ type }) => type === 'NOT_FOUND')) {
      return { state: 'not-found' };
    }
    throw error;
  }
  const { repository } = answer;
  if (!repository) return { state: 'not-found' };
  const { defaultBranchRef, ref, proposed, pullRequests } = repository;
  const pull = pullRequests.nodes.find(one => !one.isCrossRepository);
  return {
    state: 'found',
    nameWithOwner: repository.nameWithOwner,
    isArchived: repository.isArchived,
    ...(defaultBranchRef && {
      head: { branch: defaultBranchRef.name, oid: defaultBranchRef.target.oid },
    }),
    hasDescriptor: repository.descriptor !== null,
    ...(ref && {
      branch: { oid: ref.target.oid, descriptor: proposed?.text ?? undefined },
    }),
    ...(pull && { pull: { url: pull.url, state: pull.state } }),
  };
}
