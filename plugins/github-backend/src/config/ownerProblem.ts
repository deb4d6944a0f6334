import { makeValidator, parseEntityRef } from '@backstage/catalog-model';

/** What is wrong with an owner that the configuration names; undefined where nothing is. */
export function ownerProblem(owner: string): string | undefined {
  const remedy = 'write it as group:default/payments';
  const { isValidEntityName, isValidNamespace } = makeValidator();
  try {
    const { kind, namespace, name } = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    if (
      ['group', 'user'].includes(kind.toLowerCase()) &&
      isValidNamespace(namespace) &&
      isValidEntityName(name)
    ) {
      return undefined;
    }
  } catch {
    // It is no reference at all.
  }
  return `"${owner}" is not a reference to a group or user; ${remedy}`;
}
