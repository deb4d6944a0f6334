import type { CredentialChain } from '@callboard/plugin-github-node';
import { abilities } from '../abilities/abilities';
import { applies } from '../abilities/applies';
import type { Subject } from '../target/Subject';
import type { Serving } from './Serving';

/** The chain ends in an error: the portal asks nothing rather than asking as nobody. */
export function notServed(options: { chain: CredentialChain }): Serving {
  const { chain } = options;
  const failed = chain.steps.findLast(({ verdict }) => verdict === 'failed');
  const subject: Subject = {
    owner: chain.owner,
    repository: chain.repository,
    ownerType: 'unknown',
    state: { outcome: 'unknown', reason: 'no credential serves it' },
  };
  return {
    subject,
    abilities: abilities
      .filter(ability => applies({ ability, subject, kind: 'none' }))
      .map(({ ability }) => ({
        ability,
        can: false,
        because: 'no credential serves it',
        ...(failed?.link && { link: failed.link }),
      })),
    remark: failed?.reason,
  };
}
