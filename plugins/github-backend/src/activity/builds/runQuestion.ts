import type { RunDetail } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Place, Question } from '../answers/Question';
import { toJob, toRunBrief } from './toRunBrief';

const PAGES = 3;
const PER_PAGE = 100;
/** Steps have no events of their own. */
const RUNNING_MS = 15_000;

/** A run with its jobs; of an earlier attempt where one is named. */
export function runQuestion(options: {
  place: Place;
  github: GithubService;
  run: number;
  attempt?: number;
}): Question<RunDetail> {
  const { place, github, run, attempt } = options;
  return {
    place,
    what: `run:${run}${attempt === undefined ? '' : `@${attempt}`}`,
    topics: [`run:${run}`],
    events: ['workflow_run', 'workflow_job'],
    freshForMs: 60_000,
    absentWhenMissing: 'GitHub has no such run; it was deleted, or is too old',
    freshForValue: value =>
      value.run.status === 'completed' ? undefined : RUNNING_MS,
    async load() {
      const client = await github.client({ url: place.url });
      const which = { owner: place.owner, repo: place.name, run_id: run };
      const { data } =
        attempt === undefined
          ? await client.request(
              'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
              which,
            )
          : await client.request(
              'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}',
              { ...which, attempt_number: attempt },
            );
      const jobs: any[] = [];
      let total = 0;
      for (let page = 1; page <= PAGES; page += 1) {
        const paging = { ...which, page, per_page: PER_PAGE };
        const listed =
          attempt === undefined
            ? await client.request(
                'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
                paging,
              )
            : await client.request(
                'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
                { ...paging, attempt_number: attempt },
              );
        total = listed.data.total_count;
        jobs.push(...listed.data.jobs);
        if (jobs.length >= total || listed.data.jobs.length === 0) break;
      }
      const brief = toRunBrief(data);
      return {
        state: 'answered',
        value: {
          run: brief,
          jobs: jobs.map(toJob),
          attempts: Math.max(brief.attempt, attempt ?? 1),
          omitted: Math.max(0, total - jobs.length),
        },
      };
    },
  };
}
