import { installationCovers } from '../../access/installationCovers';
import { installationFor } from '../../access/installationFor';
import { issueToken } from '../../access/issueToken';
import { includesLevel } from '../../access/rights/includesLevel';
import { accountById } from '../../core/names/accountById';
import { findAccount } from '../../core/names/findAccount';
import type { Permissions } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { presentAuthorization } from './presentAuthorization';
import { readApplicationToken } from './readApplicationToken';
import { readObject } from '../../http/body/readObject';
import { readTextList } from '../../http/body/readTextList';

/** A user-to-server token for one account, some repositories and permissions alone. https://docs.github.com/rest/apps/apps#create-a-scoped-access-token */
export const scopeTokenRoute: Route = {
  route: 'POST /applications/{client_id}/token/scoped',
  on: 'anything',
  access: { as: 'client' },
  handle(call) {
    const { sandbox, urls, body } = call;
    const { client, token } = readApplicationToken(call);
    const target = body.target
      ? findAccount({ sandbox, login: String(body.target) })
      : accountById({ sandbox, id: Number(body.target_id) });
    const installation =
      target && installationFor({ sandbox, token, accountId: target.id });
    if (token.kind !== 'userToServer' || !installation) throw notFound();

    const permissions: Permissions = (readObject({
      body,
      field: 'permissions',
    }) ?? {}) as Permissions;
    const isGranted = Object.entries(permissions).every(([name, level]) =>
      includesLevel({
        granted: installation.permissions,
        needed: { name, level },
      }),
    );
    if (!isGranted) {
      throw unprocessable(
        'The permissions requested are not granted to this installation.',
      );
    }
    const { secret, token: scoped } = issueToken({
      sandbox,
      kind: 'userToServer',
      values: {
        userId: token.userId,
        clientId: token.clientId,
        ssoAuthorised: token.ssoAuthorised,
        expiresAt: token.expiresAt,
        installationId: installation.id,
        permissions:
          Object.keys(permissions).length > 0
            ? permissions
            : { ...installation.permissions },
        repositoryIds: readRepositories(call, installation.accountId),
      },
    });
    return {
      body: presentAuthorization({
        sandbox,
        urls,
        client,
        token: scoped,
        secret,
      }),
    };

    /** Null: all of the installation. */
    function readRepositories(
      { body: wanted }: Call,
      accountId: number,
    ): number[] | null {
      if (!wanted.repositories && !wanted.repository_ids) return null;
      const covered = sandbox.state.repositories
        .by('owner', accountId)
        .filter(repository =>
          installationCovers({ installation: installation!, repository }),
        );
      const names = readTextList({ body: wanted, field: 'repositories' }) ?? [];
      const ids = [wanted.repository_ids ?? []].flat();
      const found = covered.filter(
        ({ id, name }) => names.includes(name) || ids.includes(id),
      );
      if (found.length < names.length + ids.length) {
        throw unprocessable(
          'There is at least one repository that does not exist or is not accessible to the parent installation.',
        );
      }
      return found.map(({ id }) => id);
    }
  },
};

function unprocessable(message: string) {
  return new GitHubError({ status: 422, message });
}
