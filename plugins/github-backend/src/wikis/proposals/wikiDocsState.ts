import type { Octokit } from 'octokit';
import { askProposal } from '../../proposals/askProposal';
import type { ProposalState } from '../../proposals/ProposalState';

/** What a pull request with a wiki depends on, as GitHub has it now. */
export type WikiDocsState =
  | { state: 'not-found' }
  | (Omit<ProposalState, 'branch'> & {
      state: 'found';
      hasDocs: boolean;
      hasMkdocs: boolean;
      /** The text; undefined where there is none, or GitHub gave only a part of it. */
      descriptor?: string;
      /** Of our branch, where it is there. */
      branch?: { oid: string; hasDocs: boolean };
    });

export const WIKI_DOCS_QUERY = `
  query wikiDocs($owner: String!, $name: String!, $branch: String!, $qualified: String!, $proposed: String!, $descriptor: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      defaultBranchRef { name target { oid } }
      ref(qualifiedName: $qualified) { target { oid } }
      pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { url state isCrossRepository }
      }
      docs: object(expression: "HEAD:docs") { oid }
      yml: object(expression: "HEAD:mkdocs.yml") { oid }
      yaml: object(expression: "HEAD:mkdocs.yaml") { oid }
      descriptor: object(expression: $descriptor) { ... on Blob { text isTruncated } }
      proposed: object(expression: $proposed) { oid }
    }
  }
`;

interface More {
  docs: { oid: string } | null;
  yml: { oid: string } | null;
  yaml: { oid: string } | null;
  descriptor: { text?: string | null; isTruncated?: boolean } | null;
  proposed: { oid: string } | null;
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
  const { branch, path } = options;
  const asked = await askProposal<More>({
    ...options,
    query: WIKI_DOCS_QUERY,
    variables: {
      proposed: `refs/heads/${branch}:docs`,
      descriptor: `HEAD:${path}`,
    },
  });
  if (asked.state === 'not-found') return asked;
  const { proposal, repository } = asked;
  const { branch: ours, ...rest } = proposal;
  const { docs, yml, yaml, descriptor, proposed } = repository;
  return {
    ...rest,
    state: 'found',
    hasDocs: docs !== null,
    hasMkdocs: yml !== null || yaml !== null,
    ...(typeof descriptor?.text === 'string' &&
      !descriptor.isTruncated && { descriptor: descriptor.text }),
    ...(ours && { branch: { ...ours, hasDocs: proposed !== null } }),
  };
}
