import type { Subject } from '../target/Subject';
import type { Ability, AbilityAnswer } from './Ability';
import { hindrance } from './hindrance';

/** What requests without a credential may do: read what is public. */
export function anonymousAbility(options: {
  ability: Ability;
  subject: Subject;
}): AbilityAnswer {
  const { ability, subject } = options;
  const hindered = hindrance({ ability, subject });
  const isOpen =
    ability.about === 'repository' && ability.publicScope === undefined;
  if (hindered || !isOpen) {
    return {
      ability: ability.ability,
      can: false,
      because: hindered ?? 'GitHub asks for a credential',
    };
  }
  return {
    ability: ability.ability,
    can: true,
    because: `${subject.owner}/${subject.repository} is public`,
  };
}
