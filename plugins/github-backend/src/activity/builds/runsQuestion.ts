import type { Runs } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import type { Place, Question } from '../answers/Question';
import { toRunBrief } from './toRunBrief';
import { shortName } from './shortName';

export const RUNS = 'runs';
/** Of the list without a filter, so that a few pages and the newest run of each workflow come of one request. */
export const MOST_RUNS = 100;
export const PAGE = 30;

export interface RunFilter {
  /** Its id. */
  workflow?: number;
  branch?: string;
  event?: string;
  status?: string;
  /** @defaultValue 1 */
  page?: number;
}

/** The newest runs of all workflows. Events change the kept answer, so that it costs nothing while builds run. */
export function runsQuestion(options: {
  place: Place;
  github: GithubService;
}): Question<Runs> {
  return {
    ...common(options),
    what: RUNS,
    topics: ['runs'],
    load: previous =>
      load({ ...options, previous, parameters: { per_page: MOST_RUNS } }),
  };
}

/** A page of runs by a filter. */
export function filteredRunsQuestion(options: {
  place: Place;
  github: GithubService;
  filter: RunFilter;
}): Question<Runs> {
  const { workflow, page = 1, ...rest } = options.filter;
  const named = new URLSearchParams(
    Object.entries({ workflow, ...rest, page }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );
  return {
    ...common(options),
    what: `${RUNS}?${shortName(`${named}`)}`,
    topics: ['run-lists'],
    load: previous =>
      load({
        ...options,
        previous,
        workflow,
        parameters: { ...rest, page, per_page: PAGE },
      }),
  };
}

function common({ place }: { place: Place }) {
  return {
    place,
    events: ['workflow_run'],
    freshForMs: 60_000,
    absentWhenMissing: 'There is no such workflow, or Actions are switched off',
  };
}

async function load(options: {
  place: Place;
  github: GithubService;
  previous?: { etag?: string };
  workflow?: number;
  parameters: Record<string, string | number>;
}) {
  const { place, github, previous, workflow, parameters } = options;
  const client = await github.client({ url: place.url });
  const sent = {
    owner: place.owner,
    repo: place.name,
    ...parameters,
    headers: conditional(previous),
  };
  const { data, headers } =
    workflow === undefined
      ? await client.request('GET /repos/{owner}/{repo}/actions/runs', sent)
      : await client.request(
          'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
          { ...sent, workflow_id: workflow },
        );
  return {
    state: 'answered' as const,
    ...(headers.etag && { etag: headers.etag }),
    value: {
      runs: data.workflow_runs.map(toRunBrief),
      total: data.total_count,
    },
  };
}
