import { servesScope } from '../../needs/scopes/scopeTree';
import type { Subject } from '../target/Subject';
import type { Ability, AbilityAnswer } from './Ability';
import { hindrance } from './hindrance';
import { permissionsOf } from './permissionsOf';

/** What a token may do: its scopes, and what its account may. */
export function tokenAbility(options: {
  ability: Ability;
  subject: Subject;
  /** Of a classic token; undefined for one whose rights GitHub does not tell. */
  scopes: string[] | undefined;
  /** The account that it speaks for. */
  account?: string;
  /** What the account is in the organisation; undefined: not told. */
  membership?: 'admin' | 'member' | 'none';
  /** What a question showed, for a token whose rights GitHub does not tell; undefined: none was put. */
  probed?: { may: boolean };
  /** Where its owner changes it. */
  tokenPage: string;
}): AbilityAnswer {
  const { ability, subject, scopes, probed, tokenPage } = options;
  const no = (because: string, link?: string): AbilityAnswer => ({
    ability: ability.ability,
    can: false,
    because,
    ...(link && { link }),
  });
  const yes = (because: string): AbilityAnswer => ({
    ability: ability.ability,
    can: true,
    because,
  });

  const hindered = hindrance({ ability, subject });
  if (hindered) {
    const { state } = subject;
    const isSso = state.outcome === 'refused' && state.singleSignOn;
    return no(hindered, isSso ? tokenPage : undefined);
  }
  if (scopes) {
    const scope = scopeFor({ ability, subject });
    if (scope && !servesScope({ granted: scopes, needed: scope })) {
      return no(`the scope ${scope} is missing`, tokenPage);
    }
    const lacking = lackingRole(options);
    if (lacking) return no(lacking);
    return yes(
      scope
        ? `the token has the scope ${scope}`
        : `${subject.owner}/${subject.repository} is public`,
    );
  }
  if (probed) {
    return probed.may
      ? yes('GitHub answers it')
      : no(`${permissionsOf(ability)} is missing`, tokenPage);
  }
  const lacking = lackingRole(options);
  if (lacking) return no(lacking);
  return yes(
    `${
      options.account ?? 'its account'
    } may; GitHub does not tell whether the token has ${permissionsOf(
      ability,
    )}`,
  );
}

function scopeFor(options: {
  ability: Ability;
  subject: Subject;
}): string | undefined {
  const { ability, subject } = options;
  const isPublic =
    subject.state.outcome === 'readable' &&
    subject.state.repository?.private === false;
  return isPublic ? ability.publicScope : ability.scope;
}

function lackingRole(options: {
  ability: Ability;
  subject: Subject;
  account?: string;
  membership?: 'admin' | 'member' | 'none';
}): string | undefined {
  const { ability, subject, account = 'its account', membership } = options;
  const { owner, repository, ownerType, state } = subject;
  if (ability.about === 'repository') {
    const permissions =
      state.outcome === 'readable' ? state.repository?.permissions : undefined;
    return ability.role && permissions && !permissions[ability.role]
      ? `${account} has no ${ability.role} access to ${owner}/${repository}`
      : undefined;
  }
  if (ownerType === 'Organization') {
    return membership === 'none'
      ? `${account} is not a member of ${owner}`
      : undefined;
  }
  return account.toLowerCase() === owner?.toLowerCase()
    ? undefined
    : `${owner} is the account of somebody else`;
}
