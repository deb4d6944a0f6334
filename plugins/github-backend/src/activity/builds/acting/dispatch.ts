import type { DispatchRequest } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Place } from '../../answers/Question';

const ROUTE =
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';

/**
 * Starts a workflow. Resolves to its run where GitHub tells which it is; older GitHub Enterprise Servers do not, and refuse to be asked.
 * Throws Octokit's errors.
 */
export async function dispatch(options: {
  place: Place;
  github: GithubService;
  workflow: number;
  request: DispatchRequest;
}): Promise<{ run?: number }> {
  const { place, github, workflow, request } = options;
  const client = await github.client({ url: place.url });
  const which = {
    owner: place.owner,
    repo: place.name,
    workflow_id: workflow,
    ...request,
  };
  const told = (data: unknown) => {
    const run = (data as { workflow_run_id?: unknown } | undefined)
      ?.workflow_run_id;
    return typeof run === 'number' ? { run } : {};
  };
  try {
    const { data } = await client.request(ROUTE, {
      ...which,
      return_run_details: true,
    });
    return told(data);
  } catch (error) {
    const { status, message } = error as { status?: number; message?: string };
    if (
      status !== 422 ||
      !/return_run_details|permitted key/.test(`${message}`)
    )
      throw error;
    const { data } = await client.request(ROUTE, which);
    return told(data);
  }
}
