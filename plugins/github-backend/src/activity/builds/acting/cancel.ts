import type { GithubService } from '@callboard/plugin-github-node';
import type { Place } from '../../answers/Question';

/** Has GitHub end a run; with `force` also what has `always()` conditions. Throws Octokit's errors. */
export async function cancel(options: {
  place: Place;
  github: GithubService;
  run: number;
  force: boolean;
}): Promise<void> {
  const { place, github, run, force } = options;
  const client = await github.client({ url: place.url });
  const which = { owner: place.owner, repo: place.name, run_id: run };
  if (force) {
    await client.request(
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel',
      which,
    );
  } else {
    await client.request(
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
      which,
    );
  }
}
