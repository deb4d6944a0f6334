import type { RunningPortal } from '../servers/startPortal';
import { type SignIn, signIn } from './signIn';

const WITHIN_MS = 60_000;
const POLL_MS = 500;

/** Signs in as soon as the person is in the catalog of a portal that has just started. */
export async function signInOnceKnown(portal: RunningPortal): Promise<SignIn> {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    try {
      return await signIn(portal);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }
}
