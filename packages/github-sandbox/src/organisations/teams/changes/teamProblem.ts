import type { GitHubError } from '../../../http/GitHubError';
import { validationFailed } from '../../../http/GitHubError';

/** 422 about a field of a team. */
export function teamProblem(options: {
  field: string;
  code?: string;
  message?: string;
}): GitHubError {
  const { code = 'invalid', ...rest } = options;
  return validationFailed({ errors: [{ resource: 'Team', code, ...rest }] });
}
