import { lowerKey } from '../../store/lowerKey';
import type { PeopleParts } from './PeopleParts';

/** Drops what is known of organisations that the configuration no longer has, as an operator has taken them out. */
export async function forgetUnread(options: {
  parts: Pick<PeopleParts, 'settings' | 'store'>;
}): Promise<void> {
  const { settings, store } = options.parts;
  const read = new Set<string>();
  for (const { host, orgs, providerName: provider } of settings.people) {
    const organisations = orgs?.length
      ? orgs
      : await store.given.organisations({ provider, host });
    organisations.forEach(each => read.add(`${host}/${lowerKey(each)}`));
  }
  for (const { host, login } of await store.known.organisations()) {
    const key = { host, organisation: login };
    if (read.has(`${host}/${lowerKey(login)}`)) continue;
    await store.known.forget(key);
    await store.held.release(key);
  }
}
