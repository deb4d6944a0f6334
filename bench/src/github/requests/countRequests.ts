import type { LoggedRequest } from './LoggedRequest';

export const GRAPHQL = 'POST /graphql';
export const CONTENTS = 'GET /repos/{owner}/{repo}/contents/{path}';
const MINTING = 'POST /app/installations/{installation_id}/access_tokens';

/** How much was asked for. */
export interface RequestCounts {
  all: number;
  graphql: number;
  contents: number;
  tokensMinted: number;
  /** Of the answers' bodies. */
  bytes: number;
}

export function countRequests(requests: LoggedRequest[]): RequestCounts {
  const of = (wanted: string) =>
    requests.filter(({ route }) => route === wanted).length;
  return {
    all: requests.length,
    graphql: of(GRAPHQL),
    contents: of(CONTENTS),
    tokensMinted: of(MINTING),
    bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
