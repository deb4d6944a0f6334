import type { PermissionLevel } from '@callboard/plugin-connections-common';
import { includesLevel } from '@callboard/plugin-github-node';
import type { Subject } from '../target/Subject';
import type { Ability, AbilityAnswer } from './Ability';
import { hindrance } from './hindrance';
import { permissionsOf } from './permissionsOf';

type Permissions = Record<string, PermissionLevel | undefined>;

/** What an App may do where it is installed, by the permissions that the account has given it. */
export function appAbility(options: {
  ability: Ability;
  subject: Subject;
  /** What the installation was given; undefined where there is none, and the App serves what is public. */
  granted: Permissions | undefined;
  /** What the App asks for by now. */
  wanted: Permissions;
  /** Where an owner of the App adds permissions, and where the account accepts them. */
  links: { add?: string; accept?: string };
}): AbilityAnswer {
  const { ability, subject, granted, wanted, links } = options;
  const hindered = hindrance({ ability, subject });
  if (hindered) {
    return { ability: ability.ability, can: false, because: hindered };
  }
  if (ability.about === 'owner' && subject.ownerType === 'User') {
    return {
      ability: ability.ability,
      can: false,
      because: 'GitHub lets nobody but the person do that in their own account',
    };
  }
  const missing = ability.permissions.filter(
    ({ permission, level }) =>
      !includesLevel({ granted: granted?.[permission], needed: level }),
  );
  if (missing.length === 0) {
    return {
      ability: ability.ability,
      can: true,
      because: `${permissionsOf(ability)} ${
        ability.permissions.length > 1 ? 'are' : 'is'
      } granted`,
    };
  }
  if (isPublicRead({ ability, subject })) {
    return {
      ability: ability.ability,
      can: true,
      because: `${subject.owner}/${subject.repository} is public`,
    };
  }
  const isAskedFor = missing.every(({ permission, level }) =>
    includesLevel({ granted: wanted[permission], needed: level }),
  );
  return {
    ability: ability.ability,
    can: false,
    because: `${permissionsOf({ permissions: missing })} ${
      missing.length > 1 ? 'are' : 'is'
    } missing${
      isAskedFor && granted
        ? `: the App asks for it, and ${subject.owner} has not accepted yet`
        : ''
    }`,
    link: isAskedFor && granted ? links.accept : links.add,
  };
}

function isPublicRead(options: {
  ability: Ability;
  subject: Subject;
}): boolean {
  const { ability, subject } = options;
  return (
    ability.about === 'repository' &&
    ability.publicScope === undefined &&
    subject.state.outcome === 'readable' &&
    subject.state.repository?.private === false
  );
}
