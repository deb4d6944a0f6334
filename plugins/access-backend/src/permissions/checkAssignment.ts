import { ConflictError } from '@backstage/errors';
import { accessManagePermission } from '@callboard/plugin-access-common';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import type { AccessContext } from '../AccessContext';
import { findPerson } from './findPerson';

/**
 * Refuses to give a role that denies administering to whoever asks, or to one of their groups: a denial wins over every role, so that they
 * could not take it back.
 *
 * @throws ConflictError
 */
export async function checkAssignment(options: {
  role: string;
  member: string;
  /** Who asks. */
  by: string;
  explainer: PolicyExplainer;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<void> {
  const { role, member, by, explainer, context } = options;
  const person = await findPerson({ userEntityRef: by, context });
  if (!person.ownershipEntityRefs.includes(member)) return;
  const isRefused = explainer
    .wouldSay({ person, permission: accessManagePermission })
    .some(one => one.role === role && one.says === 'refuse');
  if (isRefused) {
    throw new ConflictError(
      `The role ${role} denies ${accessManagePermission.name}, so you would no longer administer the portal, and could not take it from ${member} again. Somebody whom it does not concern can give it.`,
    );
  }
}
