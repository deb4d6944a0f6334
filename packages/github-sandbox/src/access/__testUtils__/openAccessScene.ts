import { newInstallation } from '../../core/records/newInstallation';
import { newRepository } from '../../core/records/newRepository';
import { newUser } from '../../core/records/newUser';
import type { Permissions, Token, User } from '../../core/state';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { issueToken } from '../issueToken';
import type { Viewer } from '../Viewer';

/**
 * The test sandbox with an internal repository `inner`, a private one `attic` that is archived, and `carla`, who is a collaborator of
 * `vault` (triage) and no member; and viewers of every kind.
 */
export async function openAccessScene() {
  const running = await startTestSandbox();
  const { sandbox, organisation, vault, shop, app, installation, oscar } =
    running;
  const inner = newRepository({
    sandbox,
    owner: organisation,
    name: 'inner',
    values: { visibility: 'internal' },
  });
  const attic = newRepository({
    sandbox,
    owner: organisation,
    name: 'attic',
    values: { visibility: 'private', archived: true },
  });
  const carla = newUser({ sandbox, login: 'carla' });
  vault.collaborators.push({ userId: carla.id, permission: 'triage' });
  const elsewhere = newInstallation({ sandbox, app, account: oscar });

  const asPerson = (
    user: User,
    kind: Exclude<Token['kind'], 'installation'>,
    values: Partial<Token>,
  ): Viewer => ({
    kind: 'user',
    user,
    token: issueToken({ sandbox, kind, values: { userId: user.id, ...values } })
      .token,
  });

  return {
    ...running,
    inner,
    attic,
    carla,
    elsewhere,
    anonymous: { kind: 'anonymous', address: '127.0.0.1' } as Viewer,
    jwt: { kind: 'app', app } as Viewer,
    classic: (user: User, ...scopes: string[]) =>
      asPerson(user, 'classic', { scopes }),
    oauth: (user: User, ...scopes: string[]) =>
      asPerson(user, 'oauth', { scopes }),
    fineGrained: (
      user: User,
      permissions: Permissions,
      values: Partial<Token> = {},
    ) =>
      asPerson(user, 'fineGrained', {
        permissions,
        resourceOwnerId: organisation.id,
        ...values,
      }),
    userToServer: (user: User) =>
      asPerson(user, 'userToServer', { clientId: app.clientId }),
    installed: (values: Partial<Token> = {}, where = installation): Viewer => ({
      kind: 'installation',
      app,
      installation: where,
      bot: sandbox.state.users.get(app.botId)!,
      token: issueToken({
        sandbox,
        kind: 'installation',
        values: {
          installationId: where.id,
          permissions: where.permissions,
          ...values,
        },
      }).token,
    }),
    repositories: { shop, vault, inner, attic },
  };
}

export type AccessScene = Awaited<ReturnType<typeof openAccessScene>>;
