import { type GitHubError, validationFailed } from '../../http/GitHubError';

/** 422 about a field of a release. */
export function releaseProblem(options: {
  field: string;
  code: string;
  message?: string;
}): GitHubError {
  return validationFailed({ errors: [{ resource: 'Release', ...options }] });
}
