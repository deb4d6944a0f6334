import { GitHubError } from '../../http/GitHubError';

/** 422 of a repository that cannot be made, in GitHub's words. */
export function creationFailed(options: {
  field: string;
  message: string;
  code?: string;
}): GitHubError {
  const { field, message, code = 'custom' } = options;
  return new GitHubError({
    status: 422,
    message: 'Repository creation failed.',
    errors: [{ resource: 'Repository', code, field, message }],
    documentationUrl:
      'https://docs.github.com/rest/repos/repos#create-a-repository-for-the-authenticated-user',
  });
}
