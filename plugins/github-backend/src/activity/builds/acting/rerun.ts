import type { RerunRequest } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Place } from '../../answers/Question';

/** Has GitHub run a run again, what failed of it, or one of its jobs. Throws Octokit's errors. */
export async function rerun(options: {
  place: Place;
  github: GithubService;
  run: number;
  jobs: RerunRequest['jobs'];
}): Promise<void> {
  const { place, github, run, jobs } = options;
  const client = await github.client({ url: place.url });
  const repository = { owner: place.owner, repo: place.name };
  if (typeof jobs === 'number') {
    await client.request(
      'POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun',
      { ...repository, job_id: jobs },
    );
  } else if (jobs === 'failed') {
    await client.request(
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs',
      { ...repository, run_id: run },
    );
  } else {
    await client.request(
      'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
      { ...repository, run_id: run },
    );
  }
}
