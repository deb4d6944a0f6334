/**
 * Reads that are for people with an account, not for a guest: they show live infrastructure through the portal's own
 * credentials, or raw errors of ingestion that name hosts and files nobody chose to publish in the catalog.
 */
const INSIDER_PERMISSIONS: ReadonlySet<string> = new Set([
  'catalog.entities.unprocessed.read',
  'catalog.ingestion.read',
  'kubernetes.clusters.read',
  'kubernetes.resources.read',
]);

/** Whether the permission, though it only reads, is withheld from a guest. */
export function isInsiderPermission(name: string): boolean {
  return INSIDER_PERMISSIONS.has(name);
}
