import { GitHubError } from '../http/GitHubError';

/** One entry of `errors` in GitHub's 422. https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
export interface Problem {
  resource: string;
  field?: string;
  code:
    | 'missing'
    | 'missing_field'
    | 'invalid'
    | 'already_exists'
    | 'unprocessable'
    | 'custom';
  message?: string;
  value?: unknown;
}

/** The answer of 422 that names the problems. */
export function invalid(problems: Problem[]): GitHubError {
  return new GitHubError({
    status: 422,
    message: 'Validation Failed',
    errors: problems,
  });
}
