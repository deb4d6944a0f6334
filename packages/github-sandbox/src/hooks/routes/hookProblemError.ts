import { GitHubError } from '../../http/GitHubError';

/** 422 in the way that GitHub words what it has against a hook. */
export function hookProblemError(options: { message: string }): GitHubError {
  return new GitHubError({
    status: 422,
    message: 'Validation Failed',
    errors: [{ resource: 'Hook', code: 'custom', message: options.message }],
    documentationUrl:
      'https://docs.github.com/rest/repos/webhooks#create-a-repository-webhook',
  });
}
