import { actorOf } from '../../access';
import { notFound, validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import type { Repository } from '../../core/state';
import { notSupplied } from '../../http/invalidRequest';
import { fullNameOf } from '../../repositories/fullNameOf';
import { readText } from '../../http/body/readText';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'administration', level },
  role: 'admin' as const,
});
const KEY =
  /^(ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) ([A-Za-z0-9+/]+={0,2})(?: .*)?$/;

/** Keys that open one repository by SSH (which the sandbox does not speak). https://docs.github.com/rest/deploy-keys/deploy-keys */
export const deployKeyRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/keys',
    on: 'repository',
    access: access('read'),
    handle(call) {
      const { rows, total } = paginate({
        call,
        rows: call.repository.deployKeys,
      });
      return { body: rows.map(key => present(call, key)), total };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/keys',
    on: 'repository',
    access: access('write'),
    handle(call) {
      const { sandbox, repository, body, viewer } = call;
      if (typeof body.key !== 'string') throw notSupplied('key');
      const [, type, data] = KEY.exec(body.key.trim()) ?? [];
      if (!data) {
        throw problem(
          'key is invalid. You must supply a key in OpenSSH public key format',
        );
      }
      const text = `${type} ${data}`;
      const isTaken = sandbox.state.repositories
        .all()
        .some(({ deployKeys }) => deployKeys.some(({ key }) => key === text));
      if (isTaken) throw problem('key is already in use');
      const key = {
        id: sandbox.nextId(),
        title: readText({ body, field: 'title' }) ?? text.slice(0, 32),
        key: text,
        readOnly: body.read_only === true,
        createdAt: sandbox.clock.iso(),
        addedBy: actorOf(viewer).login,
      };
      repository.deployKeys.push(key);
      const presented = present(call, key);
      return {
        status: 201,
        body: presented,
        headers: { location: presented.url },
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/keys/{key_id}',
    on: 'repository',
    access: access('read'),
    handle: call => ({ body: present(call, keyOf(call)) }),
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/keys/{key_id}',
    on: 'repository',
    access: access('write'),
    handle(call) {
      const key = keyOf(call);
      const { repository } = call;
      repository.deployKeys = repository.deployKeys.filter(
        other => other !== key,
      );
      return { status: 204 };
    },
  },
];

type DeployKey = Repository['deployKeys'][number];

function keyOf({ repository, params }: RepositoryCall): DeployKey {
  const key = repository.deployKeys.find(
    ({ id }) => String(id) === params.key_id,
  );
  if (!key) throw notFound();
  return key;
}

/** GitHub's `deploy-key`. */
function present(call: RepositoryCall, key: DeployKey) {
  return {
    id: key.id,
    key: key.key,
    url: `${call.urls.api}/repos/${fullNameOf(call)}/keys/${key.id}`,
    title: key.title,
    verified: true,
    created_at: key.createdAt,
    read_only: key.readOnly,
    added_by: key.addedBy ?? null,
    last_used: null,
    enabled: true,
  };
}

function problem(message: string) {
  return validationFailed({
    errors: [{ resource: 'PublicKey', code: 'custom', field: 'key', message }],
  });
}
