import type { Asker } from '../../facts/asking/createAsker';
import { abilities } from '../abilities/abilities';
import { anonymousAbility } from '../abilities/anonymousAbility';
import { applies } from '../abilities/applies';
import { readSubject } from '../target/readSubject';
import type { Serving } from './Serving';

/** No credential serves, so that requests say nothing of who asks. */
export async function servedByNobody(options: {
  asker: Asker;
  owner?: string;
  repository?: string;
}): Promise<Serving> {
  const { asker, owner, repository } = options;
  const as = { anonymous: true as const };
  const subject = await readSubject({ asker, as, owner, repository });
  return {
    subject,
    abilities: abilities
      .filter(ability => applies({ ability, subject, kind: 'none' }))
      .map(ability => anonymousAbility({ ability, subject })),
    remark:
      subject.state.outcome === 'hidden' && repository
        ? `There is no ${owner}/${repository}, or it is private; GitHub answers 404 to both.`
        : undefined,
  };
}
