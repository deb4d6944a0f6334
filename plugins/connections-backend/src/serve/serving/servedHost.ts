import type { Serving } from './Serving';

/** The address of a whole GitHub: what a credential may do is known of owners and repositories only. */
export function servedHost(): Serving {
  return {
    subject: { ownerType: 'unknown', state: { outcome: 'readable' } },
    abilities: [],
    remark:
      'Name an owner or a repository to learn what the portal may do there.',
  };
}
