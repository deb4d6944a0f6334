import { ConflictError } from '@backstage/errors';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import type { AccessContext } from '../AccessContext';
import { administratorsOf } from './administratingRoles';
import { findPerson } from './findPerson';

/**
 * Refuses to take a role from somebody where the portal, or whoever asks, could then not give roles any more.
 *
 * @throws ConflictError
 */
export async function checkRemoval(options: {
  role: string;
  member: string;
  /** Who asks. */
  by: string;
  explainer: PolicyExplainer;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<void> {
  const { role, member, by, explainer, context } = options;
  const before = administratorsOf(explainer);
  const after = before.filter(
    one => one.role !== role || one.member !== member,
  );
  // It gives no such right, or there is another way to the same.
  if (after.length === before.length) return;
  if (after.length === 0) {
    throw new ConflictError(
      `${member} is the last administrator. Give the role to somebody else first, or name administrators in CALLBOARD_ADMINS.`,
    );
  }
  const { ownershipEntityRefs } = await findPerson({
    userEntityRef: by,
    context,
  });
  const remains = (list: { member: string }[]) =>
    list.some(one => ownershipEntityRefs.includes(one.member));
  if (remains(before) && !remains(after)) {
    throw new ConflictError(
      'You would no longer administer the portal. Ask another administrator to take this role from you.',
    );
  }
}
