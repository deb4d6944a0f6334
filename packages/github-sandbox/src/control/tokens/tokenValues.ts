import type { Sandbox } from '../../core/Sandbox';
import type { App, Installation, Token } from '../../core/state';
import { isoSeconds } from '../../core/isoSeconds';
import { findAccount } from '../../core/names/findAccount';
import { parseDuration } from '../check/parseDuration';
import { ControlError } from '../ControlError';
import { organisationNamed, personNamed, repositoryNamed } from '../named';
import type { TokenBody } from '../routes/tokenRoutes';

type Values = Partial<Omit<Token, 'id' | 'kind' | 'hash' | 'tail'>>;

const HOUR_MS = 3_600_000;

/** How long a token lives where nothing is said. Those of people do not end by themselves. */
const LIFETIME_MS: Partial<Record<Token['kind'], number>> = {
  installation: HOUR_MS,
  userToServer: 8 * HOUR_MS,
};

/** What the record of a wanted token holds. Throws 404 for names that nothing has, 422 for what the kind of token needs. */
export function tokenValues(options: {
  sandbox: Sandbox;
  wanted: TokenBody;
}): Values {
  const { sandbox, wanted } = options;
  const { kind, repositories, ssoAuthorised = [] } = wanted;
  const lifetime = parseDuration(wanted.expiresIn) ?? LIFETIME_MS[kind];
  return {
    expiresAt:
      lifetime === undefined
        ? null
        : isoSeconds(new Date(sandbox.clock.now().getTime() + lifetime)),
    repositoryIds:
      repositories?.map(
        fullName => repositoryNamed({ sandbox, fullName }).id,
      ) ?? null,
    ssoAuthorised: ssoAuthorised.map(
      login => organisationNamed({ sandbox, login }).id,
    ),
    ...valuesOfKind(options),
  };
}

function valuesOfKind(options: {
  sandbox: Sandbox;
  wanted: TokenBody;
}): Values {
  const { sandbox, wanted } = options;
  if (wanted.kind === 'installation') {
    const { id, permissions } = installationOf(options);
    return {
      installationId: id,
      permissions: wanted.permissions ?? permissions,
    };
  }
  const user = personNamed({ sandbox, login: needed(wanted, 'user') });
  switch (wanted.kind) {
    case 'fineGrained':
      return {
        userId: user.id,
        permissions: { metadata: 'read', ...wanted.permissions },
        resourceOwnerId: wanted.owner
          ? ownerOf({ sandbox, login: wanted.owner })
          : user.id,
      };
    case 'userToServer': {
      const app = appOf(options);
      return {
        userId: user.id,
        clientId: app.clientId,
        permissions: wanted.permissions ?? app.permissions,
      };
    }
    default:
      return { userId: user.id, scopes: wanted.scopes ?? [] };
  }
}

function installationOf(options: {
  sandbox: Sandbox;
  wanted: TokenBody;
}): Installation {
  const { sandbox, wanted } = options;
  const app = appOf(options);
  const ownerId = ownerOf({ sandbox, login: needed(wanted, 'owner') });
  const installation = sandbox.state.installations
    .by('app', app.id)
    .find(({ accountId }) => accountId === ownerId);
  if (installation) return installation;
  throw new ControlError({
    status: 404,
    message: `App ${app.slug} is not installed on ${wanted.owner}`,
  });
}

function appOf(options: { sandbox: Sandbox; wanted: TokenBody }): App {
  const { sandbox, wanted } = options;
  const app = sandbox.state.apps.first('slug', needed(wanted, 'app'));
  if (app) return app;
  throw new ControlError({
    status: 404,
    message: `There is no App ${JSON.stringify(wanted.app)}`,
  });
}

function ownerOf(options: { sandbox: Sandbox; login: string }): number {
  const account = findAccount(options);
  if (account) return account.id;
  throw new ControlError({
    status: 404,
    message: `There is no account ${JSON.stringify(options.login)}`,
  });
}

function needed(wanted: TokenBody, key: 'user' | 'owner' | 'app'): string {
  const value = wanted[key];
  if (value !== undefined) return value;
  throw new ControlError({
    problems: [
      { key, message: `is missing; a token of kind ${wanted.kind} needs it` },
    ],
  });
}
