/** A request to GitHub as it is described before it is made: a run makes it, a dry run only tells it. */
export interface GithubCall {
  /** As GitHub's description names it: `PUT /repos/{owner}/{repo}/topics`. */
  route: string;
  /** What fills in the route, and what is sent. */
  parameters: Record<string, unknown>;
  /** A sentence for whoever reads the plan. */
  note?: string;
}

/** Describes a request. */
export function describeRequest(
  route: string,
  parameters: Record<string, unknown>,
  more: Pick<GithubCall, 'note'> = {},
): GithubCall {
  return { route, parameters, ...more };
}
