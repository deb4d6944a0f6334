import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';

/** `nullable-simple-user`: the account with this number, or null where there is none (any more). */
export function presentPerson(options: {
  sandbox: Sandbox;
  urls: Urls;
  id: number | null;
}) {
  const { sandbox, urls, id } = options;
  const account = id === null ? undefined : accountById({ sandbox, id });
  return account ? presentAccount({ urls, account }) : null;
}
