/** What a brief repository has beside its addresses of the API. */
const KEPT = new Set([
  'id',
  'node_id',
  'name',
  'full_name',
  'private',
  'owner',
  'description',
  'fork',
]);

/** Addresses that a brief repository does not have: those for git. */
const LEFT_OUT = new Set([
  'git_url',
  'ssh_url',
  'clone_url',
  'svn_url',
  'mirror_url',
]);

/** A repository as workflow runs in webhooks carry it: GitHub's `repository-lite`. */
export function repositoryLite(
  repository: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(repository).filter(
      ([key]) => KEPT.has(key) || (/(^|_)url$/.test(key) && !LEFT_OUT.has(key)),
    ),
  );
}
