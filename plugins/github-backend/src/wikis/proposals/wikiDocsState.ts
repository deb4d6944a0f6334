import type { Octokit } from 'octokit';

/** What a pull request with a wiki depends on, as GitHub has it now. */
export type WikiDocsState =
  | { state: 'not-found' }
  | {
      state: 'found';
      nameWithOwner: string;
      isArchived: boolean;
      /** Undefined in an empty repository. */
      head?: { branch: string; oid: string };
      hasDocs: boolean;
      hasMkdocs: boolean;
      /** The text; undefined where there is none, or GitHub gave only a part of it. */
      descriptor?: string;
      /** Of our branch, where it is there. */
      branch?: { oid: string; hasDocs: boolean };
      /** The newest one of our branch. */
      pull?: { url: string; state: 'OPEN' | 'CLOSED' | 'MERGED' };
    };

export const WIKI_DOCS_QUERY = `
  query wikiDocs($owner: String!, $name: String!, $branch: String!, $qualified: String!, $proposed: String!, $descriptor: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      defaultBranchRef { name target { oid } }
      docs: object(expression: "HEAD:docs") { oid }
      yml: object(expression: "HEAD:mkdocs.yml") { oid }
      yaml: object(expression: "HEAD:mkdocs.yaml") { oid }
      descriptor: object(expression: $descriptor) { ... on Blob { text isTruncated } }
      proposed: object(expression: $proposed) { oid }
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
    docs: { oid: string } | null;
    yml: { oid: string } | null;
    yaml: { oid: string } | null;
    descriptor: { text?: string | null; isTruncated?: boolean } | null;
    proposed: { oid: string } | null;
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
export async function wikiDocsState(options: {
  client: Octokit;
  owner: string;
  name: string;
  /** Our branch. */
  branch: string;
  /** Where the descriptor is. */
  path: string;
}): Promise<WikiDocsState> {
  const { client, owner, name, branch, path } = options;
  let answer: Answer;
  try {
    answer = await client.graphql<Answer>(WIKI_DOCS_QUERY, {
      ...{ owner, name, branch },
      qualified: `refs/heads/${branch}`,
      proposed: `refs/heads/${branch}:docs`,
      descriptor: `HEAD:${path}`,
    });
  } catch (error) {
    const { errors } = error as { errors?: { type?: string }[] };
    if (errors?.every(({ type }) => type === 'NOT_FOUND')) {
      return { state: 'not-found' };
    }
    throw error;
  }
  const { repository } = answer;
  if (!repository) return { state: 'not-found' };
  const { defaultBranchRef, descriptor, ref, proposed } = repository;
  const pull = repository.pullRequests.nodes.find(
    one => !one.isCrossRepository,
  );
  return {
    state: 'found',
    nameWithOwner: repository.nameWithOwner,
    isArchived: repository.isArchived,
    ...(defaultBranchRef && {
      head: { branch: defaultBranchRef.name, oid: defaultBranchRef.target.oid },
    }),
    hasDocs: repository.docs !== null,
    hasMkdocs: repository.yml !== null || repository.yaml !== null,
    ...(typeof descriptor?.text === 'string' &&
      !descriptor.isTruncated && { descriptor: descriptor.text }),
    ...(ref && { branch: { oid: ref.target.oid, hasDocs: proposed !== null } }),
    ...(pull && { pull: { url: pull.url, state: pull.state } }),
  };
}
