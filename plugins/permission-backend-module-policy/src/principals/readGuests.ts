import type { Config } from '@backstage/config';

// The demo's guest, and the one that the stock guest provider makes up when nothing is configured.
const WELL_KNOWN_GUESTS = ['user:default/guest', 'user:development/guest'];

/**
 * The user references that a guest may sign in as.
 *
 * The well-known ones always count, so that a guest's token that outlives the guest provider gains nothing.
 */
export function readGuests(options: { config: Config }): string[] {
  const configured = options.config.getOptionalString(
    'auth.providers.guest.userEntityRef',
  );
  return configured ? [...WELL_KNOWN_GUESTS, configured] : WELL_KNOWN_GUESTS;
}
