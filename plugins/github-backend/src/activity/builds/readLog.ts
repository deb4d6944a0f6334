import { NotFoundError } from '@backstage/errors';
import type { Job, LogState } from '@callboard/plugin-github-common';
import { maskText, type GithubService } from '@callboard/plugin-github-node';
import type { Answers } from '../answers/Answers';
import { conditional } from '../answers/conditional';
import { judgeLoadFailure } from '../answers/judgeLoadFailure';
import type { Place, Question } from '../answers/Question';
import type { LogStore } from '../store/createLogStore';
import { downloadText } from './downloadText';
import { toJob } from './toRunBrief';

const MOST_BYTES = 20 * 1024 * 1024;
const RUNNING_MS = 10_000;

export type ReadLog = { state: 'text'; text: string } | LogState;

/**
 * The log of a job. Once the job is over it is kept, with everything masked that looks like a token: GitHub masks the secrets that it knows.
 * Throws `NotFoundError` for a job that this repository has not, and Octokit's errors.
 */
export async function readLog(options: {
  place: Place;
  github: GithubService;
  answers: Answers;
  logs: LogStore;
  job: number;
}): Promise<ReadLog> {
  const { place, github, answers, logs, job } = options;
  const which = { host: place.host, repository: place.key, jobId: job };
  const kept = await logs.read(which);
  if (kept !== undefined) return { state: 'text', text: kept };

  const known = await answers.ask(jobQuestion(options));
  if (known.state === 'refused') {
    return { state: 'gone', words: known.reason, url: place.url };
  }
  if (known.state === 'absent') {
    throw new NotFoundError(`${place.key} has no job ${job}: ${known.reason}`);
  }
  const { status, url } = known.value;
  if (status !== 'completed') {
    return {
      ...{ state: 'running', url },
      words: 'GitHub has no log until the job is over.',
    };
  }
  const client = await github.client({ url: place.url });
  try {
    const answer = await client.request(
      'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
      {
        ...{ owner: place.owner, repo: place.name, job_id: job },
        request: { redirect: 'manual' },
      },
    );
    const { location } = answer.headers;
    const read = location
      ? await downloadText({ url: location, mostBytes: MOST_BYTES })
      : { state: 'text' as const, text: String(answer.data ?? '') };
    if (read.state === 'large') {
      return {
        ...{ state: 'large', url },
        words: 'The log is larger than 20 MB. Read it at GitHub.',
      };
    }
    const text = maskText(read.text);
    await logs.write({ ...which, log: text });
    return { state: 'text', text };
  } catch (error) {
    if (judgeLoadFailure(error)?.kind !== 'missing') throw error;
    return {
      ...{ state: 'gone', url },
      words: 'GitHub keeps this log no longer.',
    };
  }
}

function jobQuestion(options: {
  place: Place;
  github: GithubService;
  job: number;
}): Question<Job> {
  const { place, github, job } = options;
  return {
    place,
    what: `job:${job}`,
    topics: [],
    events: ['workflow_job'],
    freshForMs: 60 * 60_000,
    freshForValue: ({ status }) =>
      status === 'completed' ? undefined : RUNNING_MS,
    absentWhenMissing: 'it was deleted with its run, or is too old',
    async load(previous) {
      const client = await github.client({ url: place.url });
      const { data, headers } = await client.request(
        'GET /repos/{owner}/{repo}/actions/jobs/{job_id}',
        {
          ...{ owner: place.owner, repo: place.name, job_id: job },
          headers: conditional(previous),
        },
      );
      return {
        state: 'answered',
        value: toJob(data),
        ...(headers.etag && { etag: headers.etag }),
      };
    },
  };
}
