import { InputError, NotFoundError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Explanation,
  ExplainRequest,
} from '@callboard/plugin-access-common';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import type { AccessContext } from '../AccessContext';
import { applyConditions } from './applyConditions';
import { becauseOf } from './becauseOf';
import { changesOf } from './changesOf';
import type { DeclaredPermission } from './createKnownPermissions';
import { findPerson, toUserRef } from './findPerson';
import { namesInCatalog } from './namesInCatalog';
import { refuseUnknown } from './refuseUnknown';
import { toKnownPermission } from './toKnownPermission';

const CATALOG_ENTITY = 'catalog-entity';

/**
 * Why somebody may do something, or not, as the policy itself has it.
 *
 * @throws NotFoundError when the user, the permission or the entity does not exist; InputError when the question makes no sense.
 */
export async function explain(options: {
  request: ExplainRequest;
  explainer: PolicyExplainer;
  known: ReadonlyMap<string, DeclaredPermission>;
  context: Pick<AccessContext, 'auth' | 'catalog' | 'config' | 'discovery'>;
}): Promise<Explanation> {
  const { request, explainer, known, context } = options;
  const user = toUserRef(request.user);
  const declared = known.get(request.permission);
  if (!declared) {
    throw refuseUnknown({
      what: 'permission',
      name: request.permission,
      known: known.keys(),
    });
  }
  const { permission } = declared;
  const isOnEntity =
    permission.type === 'resource' &&
    permission.resourceType === CATALOG_ENTITY;
  if (request.entity && !isOnEntity) {
    throw new InputError(
      `${permission.name} is not about an entity of the catalog: leave the entity out`,
    );
  }
  const person = await findPerson({ userEntityRef: user, context });
  if (!person.inCatalog && !isKnownOtherwise({ user, explainer, context })) {
    throw refuseUnknown({
      what: 'user',
      name: user,
      known: await namesInCatalog({ kind: 'user', context }),
    });
  }
  const entity = request.entity
    ? await findEntity({ text: request.entity, context })
    : undefined;

  const verdict = explainer.decide({ person, permission });
  const onEntity =
    entity && verdict.conditional
      ? await applyConditions({
          conditional: verdict.conditional,
          resourceRef: entity,
          context,
        })
      : undefined;
  const result = onEntity ?? verdict.result;
  return {
    user,
    inCatalog: person.inCatalog,
    permission: toKnownPermission(declared),
    ...(entity && { entity }),
    policy: verdict.result,
    result,
    ...(verdict.conditional && { conditional: verdict.conditional }),
    because: becauseOf({
      verdict,
      permission: permission.name,
      ...(entity && onEntity && { entity: { ref: entity, result: onEntity } }),
    }),
    roles: verdict.verdicts.map(one => ({
      ...one,
      path: person.paths.find(path => path.at(-1) === one.member) ?? [
        one.member,
      ],
    })),
    ownership: person.ownershipEntityRefs,
    parents: person.parents,
    change: changesOf({
      ...{ explainer, person, permission, verdict, result, entity },
    }),
  };
}

/** Somebody whom the catalog has not, but who can sign in or is named by the operator. */
function isKnownOtherwise(options: {
  user: string;
  explainer: PolicyExplainer;
  context: Pick<AccessContext, 'config'>;
}): boolean {
  const { user, explainer, context } = options;
  return (
    explainer.isGuest(user) ||
    explainer
      .roles()
      .some(({ members }) => members.some(({ member }) => member === user)) ||
    JSON.stringify(context.config.getOptional('auth.providers') ?? {}).includes(
      '"dangerouslyAllowSignInWithoutUserInCatalog":true',
    )
  );
}

async function findEntity(options: {
  text: string;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<string> {
  const { text, context } = options;
  let ref;
  try {
    ref = parseEntityRef(text.trim(), { defaultNamespace: 'default' });
  } catch {
    throw new InputError(
      `${text} is not a reference of an entity, such as component:default/web`,
    );
  }
  const name = stringifyEntityRef(ref);
  const entity = await context.catalog.getEntityByRef(ref, {
    credentials: await context.auth.getOwnServiceCredentials(),
  });
  if (entity) return name;
  throw refuseUnknown({
    what: 'entity',
    name,
    known: await namesInCatalog({ kind: ref.kind, context }),
  });
}

/** Where another policy decides, which gives no reasons. */
export function noExplainer(): NotFoundError {
  return new NotFoundError(
    'The built-in policy is not loaded, so there are no reasons to tell. With permission.rbac the community RBAC backend decides; ask its own pages.',
  );
}
