import { BenchError } from '../BenchError';
import type { RunningPortal } from './startPortal';

/** A token of the guest user, as the sign-in page gets it. */
export async function signInAsGuest(portal: RunningPortal): Promise<string> {
  const response = await fetch(`${portal.url}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new BenchError(
      `${portal.portal.name} does not let a guest sign in (status ${response.status})`,
    );
  }
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}
