import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import type { AccessContext } from '../AccessContext';
import { namesInCatalog } from './namesInCatalog';
import { refuseUnknown } from './refuseUnknown';

/**
 * A full reference of a user or a group that the catalog has, in lower case. What is not there yet could become anybody's later.
 *
 * @throws InputError, or NotFoundError with names that were probably meant.
 */
export async function checkMember(options: {
  text: string;
  explainer: PolicyExplainer;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<string> {
  const { text, explainer, context } = options;
  let ref;
  try {
    ref = parseEntityRef(text.trim(), { defaultNamespace: 'default' });
  } catch {
    ref = undefined;
  }
  const kind = ref?.kind.toLowerCase();
  if (!ref || (kind !== 'user' && kind !== 'group')) {
    throw new InputError(
      'The member is not a reference of a user or a group, such as user:default/jane or group:default/platform',
    );
  }
  const member = stringifyEntityRef(ref);
  if (explainer.isGuest(member)) {
    throw new InputError(
      `${member} is a guest, and anyone can sign in as one without a password`,
    );
  }
  const entity = await context.catalog.getEntityByRef(ref, {
    credentials: await context.auth.getOwnServiceCredentials(),
  });
  if (entity) return member;
  throw refuseUnknown({
    what: kind,
    name: member,
    known: await namesInCatalog({ kind, context }),
  });
}
