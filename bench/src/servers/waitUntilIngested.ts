import { BenchError } from '../BenchError';
import type { RunningPortal } from './startPortal';
import { signInAsGuest } from './signInAsGuest';

const POLL_MS = 1000;
const UNCHANGED_POLLS = 4;
const GIVE_UP_POLLS = 120;

/** Resolves to the number of entities once it has stopped growing. Asks as a guest, unless there is a token. */
export async function waitUntilIngested(
  portal: RunningPortal,
  options: { token?: string } = {},
): Promise<number> {
  const token = options.token ?? (await signInAsGuest(portal));
  let last = 0;
  let unchanged = 0;
  for (let poll = 0; poll < GIVE_UP_POLLS; poll++) {
    const response = await fetch(
      `${portal.url}/api/catalog/entities/by-query?limit=0`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const { totalItems = 0 } = response.ok
      ? ((await response.json()) as { totalItems?: number })
      : {};
    unchanged = totalItems > 0 && totalItems === last ? unchanged + 1 : 0;
    last = totalItems;
    if (unchanged >= UNCHANGED_POLLS) {
      return totalItems;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new BenchError(
    `the catalog of ${portal.portal.name} did not settle: it holds ${last} entities after ${GIVE_UP_POLLS} s`,
  );
}
