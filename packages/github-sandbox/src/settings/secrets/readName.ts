import { GitHubError } from '../../http/GitHubError';

/**
 * The name of a secret or variable, in capitals as GitHub keeps it. Throws 422.
 * https://docs.github.com/actions/reference/security/secrets#naming-your-secrets
 */
export function readName(options: {
  name: unknown;
  kind: 'Secret' | 'Variable';
}): string {
  const { name, kind } = options;
  const problem = (message: string) =>
    new GitHubError({ status: 422, message });
  if (typeof name !== 'string' || !/^[a-z_]\w*$/i.test(name)) {
    throw problem(
      `${kind} names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).`,
    );
  }
  if (/^github_/i.test(name)) {
    throw problem(`${kind} names must not start with GITHUB_.`);
  }
  return name.toUpperCase();
}
