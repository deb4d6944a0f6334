import type { Ledger } from '../Ledger';

/** How many users and groups a provider has brought in. */
export function countPeople(options: {
  ledger: Ledger;
  providerName: string;
}): { users: number; groups: number } {
  const { ledger, providerName } = options;
  const counts = { users: 0, groups: 0 };
  for (const ref of ledger.childrenOf(`provider:${providerName}`)) {
    if (ref.startsWith('user:')) counts.users += 1;
    else if (ref.startsWith('group:')) counts.groups += 1;
  }
  return counts;
}
