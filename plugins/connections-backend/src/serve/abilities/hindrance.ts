import type { Subject } from '../target/Subject';
import type { Ability } from './Ability';

/** What keeps every credential from something, whatever its rights: undefined where nothing does. */
export function hindrance(options: {
  ability: Ability;
  subject: Subject;
}): string | undefined {
  const { ability, subject } = options;
  if (subject.ownerType === 'missing') {
    return `GitHub has no account ${subject.owner}`;
  }
  if (ability.about !== 'repository') {
    return subject.ownerType === 'unknown'
      ? `what ${subject.owner} is could not be found out`
      : undefined;
  }
  if (!subject.repository) return undefined;
  const name = `${subject.owner}/${subject.repository}`;
  const { state } = subject;
  switch (state.outcome) {
    case 'hidden':
      return `GitHub shows it no ${name}`;
    case 'refused':
      return state.singleSignOn
        ? `${subject.owner} has single sign-on, and has not authorised this token`
        : `GitHub refuses to show ${name}: ${state.reason}`;
    case 'unknown':
      return `whether ${name} is there could not be found out: ${state.reason}`;
    default:
      return state.repository?.archived && ability.changes
        ? `${name} is archived, so nobody can change it`
        : undefined;
  }
}
