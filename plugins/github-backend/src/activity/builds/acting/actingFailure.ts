import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { explainLack, type GithubService } from '@callboard/plugin-github-node';
import { judgeLoadFailure } from '../../answers/judgeLoadFailure';
import type { Place } from '../../answers/Question';

/** Of a 403 these are about the run, not about rights. */
const NOT_NOW =
  /already running|cannot be re-?(run|tried)|over a month ago|cannot be cancel|is disabled|not in a state|completed/i;

/** What to tell a person whose action GitHub refused, in GitHub's words where they are about the run or the inputs. */
export async function actingFailure(options: {
  error: unknown;
  github: GithubService;
  place: Place;
  /** As in `GitHub did not cancel run 7`. */
  what: string;
}): Promise<Error> {
  const { error, github, place, what } = options;
  const { status, response } = error as {
    status?: number;
    response?: { data?: { message?: unknown } };
  };
  const failure = judgeLoadFailure(error);
  if (!failure) return error as Error;
  const words = String(response?.data?.message ?? '').slice(0, 500);
  const text = `GitHub did not ${what}: ${words}`;
  if (failure.kind === 'unavailable') {
    if (status === 409) return new ConflictError(text);
    if (status === 422 || status === 400) return new InputError(text);
    return new ServiceUnavailableError(
      `GitHub did not ${what}: ${failure.reason}.${
        failure.until ? ` Try again after ${failure.until}` : ''
      }`,
    );
  }
  if (failure.kind === 'missing') {
    return new NotFoundError(
      `GitHub did not ${what}: ${place.key} has no such run, job or workflow`,
    );
  }
  if (NOT_NOW.test(words)) return new ConflictError(text);
  const lack = await explainLack({ github, url: place.url, error });
  return new NotAllowedError(
    lack
      ? `GitHub did not ${what}: ${lack.words} Who can grant it: ${lack.whom}.${
          lack.link ? ` ${lack.link}` : ''
        }`
      : text,
  );
}
