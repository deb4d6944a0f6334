/**
 * Permissions whose holder sees or steers the portal itself, beyond the catalog: only administrators have them.
 *
 * The action that a permission declares is no guide here: stock marks `devtools.config`, the whole configuration,
 * as a plain read.
 */
const OPERATOR_PERMISSIONS: ReadonlySet<string> = new Set([
  'catalog.entities.unprocessed.delete',
  'catalog.ingestion.manage',
  // Any request to a cluster, with the portal's own credentials.
  'kubernetes.proxy',
]);

// By prefix, so that a permission which a later release adds to the developer tools, to the connections or to access starts out closed.
const OPERATOR_PREFIXES = ['access.', 'connections.', 'devtools.'];

/** Whether the permission is for administrators only. */
export function isOperatorPermission(name: string): boolean {
  return (
    OPERATOR_PERMISSIONS.has(name) ||
    OPERATOR_PREFIXES.some(prefix => name.startsWith(prefix))
  );
}
