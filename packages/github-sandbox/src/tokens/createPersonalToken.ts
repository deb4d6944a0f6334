import { issueToken } from '../access/issueToken';
import { organisationRoleOf } from '../access/organisationRoleOf';
import { normaliseScopes } from '../access/scopes';
import { accountById } from '../core/names/accountById';
import { isoSeconds } from '../core/isoSeconds';
import type { Sandbox } from '../core/Sandbox';
import type { Permissions, Token, User } from '../core/state';

export type CreatedPersonalToken =
  /** The secret is shown once. */
  | { outcome: 'created'; secret: string; token: Token }
  | { outcome: 'invalid'; problem: string };

/** What both kinds have. `expiresInDays` null: never. */
interface Common {
  sandbox: Sandbox;
  user: User;
  name: string;
  expiresInDays: number | null;
}

/** A classic token with scopes. */
export function createClassicToken(
  options: Common & { scopes: string[] },
): CreatedPersonalToken {
  const { sandbox, user, scopes } = options;
  const common = readCommon(options);
  if (common.outcome === 'invalid') return common;
  return {
    outcome: 'created',
    ...issueToken({
      sandbox,
      kind: 'classic',
      values: {
        ...common.values,
        userId: user.id,
        scopes: normaliseScopes(scopes),
      },
    }),
  };
}

/** A fine-grained token for what one account has. `repositoryIds` null: all, none: what is public. */
export function createFineGrainedToken(
  options: Common & {
    resourceOwnerId: number;
    repositoryIds: number[] | null;
    permissions: Permissions;
  },
): CreatedPersonalToken {
  const { sandbox, user, resourceOwnerId, repositoryIds, permissions } =
    options;
  const common = readCommon(options);
  if (common.outcome === 'invalid') return common;
  const owner = accountById({ sandbox, id: resourceOwnerId });
  const isOwn =
    owner?.kind === 'organisation'
      ? organisationRoleOf({ user, organisation: owner }) !== undefined
      : owner?.id === user.id;
  if (!isOwn) {
    return {
      outcome: 'invalid',
      problem: 'The resource owner must be you or an organisation of yours.',
    };
  }
  const isWithin = (repositoryIds ?? []).every(
    id => sandbox.state.repositories.get(id)?.ownerId === resourceOwnerId,
  );
  if (!isWithin) {
    return {
      outcome: 'invalid',
      problem: 'A repository is not one of the resource owner.',
    };
  }
  return {
    outcome: 'created',
    ...issueToken({
      sandbox,
      kind: 'fineGrained',
      values: {
        ...common.values,
        userId: user.id,
        resourceOwnerId,
        repositoryIds,
        permissions: { metadata: 'read', ...permissions },
      },
    }),
  };
}

function readCommon(
  options: Common,
):
  | { outcome: 'valid'; values: Pick<Token, 'name' | 'expiresAt'> }
  | { outcome: 'invalid'; problem: string } {
  const { sandbox, expiresInDays } = options;
  const name = options.name.trim();
  if (name === '') {
    return { outcome: 'invalid', problem: 'The token needs a name.' };
  }
  if (
    expiresInDays !== null &&
    !(Number.isInteger(expiresInDays) && expiresInDays >= 1)
  ) {
    return {
      outcome: 'invalid',
      problem: 'The token must end a day from now at least.',
    };
  }
  const now = sandbox.clock.now().getTime();
  return {
    outcome: 'valid',
    values: {
      name,
      expiresAt:
        expiresInDays === null
          ? null
          : isoSeconds(new Date(now + expiresInDays * 24 * 3600 * 1000)),
    },
  };
}
