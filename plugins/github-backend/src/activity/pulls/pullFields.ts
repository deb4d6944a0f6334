/** What is asked of the checks of a commit. */
export const ROLLUP_FIELDS = `state contexts(first: 100) {
    totalCount
    nodes {
      __typename
      ... on CheckRun { name conclusion status }
      ... on StatusContext { context state }
    }
  }`;

/** What is asked of a pull request. */
export const PULL_FIELDS = `
  number title url state isDraft createdAt updatedAt
  baseRefName headRefName additions deletions changedFiles mergeable reviewDecision
  repository { nameWithOwner }
  author { login }
  labels(first: 20) { nodes { name } }
  reviewRequests(first: 20) {
    totalCount
    nodes { requestedReviewer { __typename ... on User { login } ... on Mannequin { login } ... on Team { slug } } }
  }
  latestReviews(first: 20) { nodes { author { login } state } }
  commits(last: 1) { nodes { commit { statusCheckRollup { ${ROLLUP_FIELDS} } } } }
`;

export interface RawRollup {
  state: string;
  contexts: {
    totalCount: number;
    nodes: ({
      __typename: string;
      name?: string;
      conclusion?: string | null;
      status?: string;
      context?: string;
      state?: string;
    } | null)[];
  } | null;
}

export interface RawPull {
  number: number;
  title: string;
  url: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  createdAt: string;
  updatedAt: string;
  baseRefName: string;
  headRefName: string;
  additions: number;
  deletions: number;
  changedFiles: number;
  mergeable: 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN';
  reviewDecision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  repository: { nameWithOwner: string };
  author: { login: string } | null;
  labels: { nodes: ({ name: string } | null)[] } | null;
  reviewRequests: {
    totalCount: number;
    nodes: ({
      requestedReviewer: {
        __typename: string;
        login?: string;
        slug?: string;
      } | null;
    } | null)[];
  } | null;
  latestReviews: {
    nodes: ({ author: { login: string } | null; state: string } | null)[];
  } | null;
  commits: {
    nodes: ({
      commit: { statusCheckRollup?: RawRollup | null } | null;
    } | null)[];
  } | null;
}
