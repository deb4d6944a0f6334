import type { Subject } from '../target/Subject';
import type { Ability } from './Ability';

/** Whether an ability is about what was asked for. An App has permissions on repositories even if none is named. */
export function applies(options: {
  ability: Ability;
  subject: Subject;
  kind: 'app' | 'token' | 'none';
}): boolean {
  const { ability, subject, kind } = options;
  if (!subject.owner) return false;
  if (ability.about === 'organization') return subject.ownerType !== 'User';
  if (ability.about === 'owner') return true;
  return subject.repository !== undefined || kind === 'app';
}
