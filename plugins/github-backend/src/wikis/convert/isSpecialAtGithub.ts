/** In lower case, without what follows the first dot. */
const FILES = new Set([
  'codeowners',
  'contributing',
  'code_of_conduct',
  'funding',
  'governance',
  'issue_template',
  'pull_request_template',
  'security',
  'support',
  // Of GitHub Pages, which may be served from `docs/`.
  'cname',
  '_config',
]);
const FOLDERS = new Set([
  'discussion_template',
  'issue_template',
  'pull_request_template',
]);

/**
 * Whether GitHub obeys a file, or takes it for the repository's own policy, where it lies at this path below `docs/`:
 * https://docs.github.com/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * Whoever may edit a wiki may not decide such things.
 */
export function isSpecialAtGithub(path: string): boolean {
  const [first, ...rest] = path.toLowerCase().split('/');
  return rest.length > 0
    ? FOLDERS.has(first)
    : FILES.has(first.replace(/\..*$/s, ''));
}
