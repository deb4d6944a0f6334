/** Whether a reference is that of a user or of a group. */
export function isPerson(entityRef: string): boolean {
  return entityRef.startsWith('user:') || entityRef.startsWith('group:');
}
