/**
 * The order in which entities that are due at the same time are processed. Locations first, for they bring in others; then what
 * points at most other kinds. Groups and domains, which everything points at, come last: when they are put together all
 * relations of them are known, and they need not be put together again.
 */
const ORDER = [
  'location',
  'component',
  'api',
  'resource',
  'user',
  'template',
  'system',
  'domain',
  'group',
];
const ANY_OTHER = 5;

/** A small integer; lower comes first. The queue adds it to the time at which an entity is due, in milliseconds. */
export function priorityOf(entityRef: string): number {
  const index = ORDER.indexOf(entityRef.slice(0, entityRef.indexOf(':')));
  return index === -1 ? ANY_OTHER : index;
}
