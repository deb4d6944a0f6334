import type { Stations } from '@callboard/plugin-github-common';

/** After the last step came true, for so long it stays to be seen. */
const AFTER_MS = 60 * 60_000;
/** A repository that is older is no new service, whatever has become of it. */
const NEW_MS = 7 * 24 * 60 * 60_000;

/** Whether how far a service has come is still news. */
export function isShown(options: { stations: Stations; now: Date }): boolean {
  const { stations, now } = options;
  const since = (at: string) => now.getTime() - new Date(at).getTime();
  if (stations.createdAt && since(stations.createdAt) > NEW_MS) return false;
  if (stations.state !== 'done') return true;
  return stations.doneAt !== undefined && since(stations.doneAt) < AFTER_MS;
}
