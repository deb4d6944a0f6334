import type { Answer, Runs } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Answers } from '../answers/Answers';
import type { Place } from '../answers/Question';
import {
  filteredRunsQuestion,
  MOST_RUNS,
  PAGE,
  type RunFilter,
  runsQuestion,
} from './runsQuestion';

/** A page of runs. The first ones without a filter come of the list that events keep true. */
export async function readRuns(options: {
  place: Place;
  github: GithubService;
  answers: Answers;
  filter: RunFilter;
}): Promise<Answer<Runs>> {
  const { answers, filter } = options;
  const { page = 1, ...rest } = filter;
  const isFiltered = Object.values(rest).some(value => value !== undefined);
  if (isFiltered || page * PAGE > MOST_RUNS) {
    return answers.ask(filteredRunsQuestion(options));
  }
  const answer = await answers.ask(runsQuestion(options));
  if (answer.state !== 'answered') return answer;
  const { runs, total } = answer.value;
  const from = (page - 1) * PAGE;
  return {
    ...answer,
    value: { runs: runs.slice(from, from + PAGE), total },
  };
}
