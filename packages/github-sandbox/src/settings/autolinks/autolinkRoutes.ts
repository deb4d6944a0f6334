import type { Repository } from '../../core/state';
import { notFound, validationFailed } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { bodyReader } from '../../http/body/bodyReader';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'administration', level },
  role: 'admin' as const,
});

/** https://docs.github.com/rest/repos/autolinks */
export const autolinkRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/autolinks',
    on: 'repository',
    access: access('read'),
    handle: ({ repository }) => ({ body: repository.autolinks.map(present) }),
  },
  {
    route: 'POST /repos/{owner}/{repo}/autolinks',
    on: 'repository',
    access: access('write'),
    handle(call) {
      const { sandbox, repository, body, urls } = call;
      const read = bodyReader(body);
      const keyPrefix = read.requiredText('key_prefix');
      const urlTemplate = read.requiredText('url_template');
      if (!urlTemplate.includes('<num>')) {
        throw problem('url_template', 'invalid', 'must contain <num>');
      }
      if (
        repository.autolinks.some(autolink => autolink.keyPrefix === keyPrefix)
      ) {
        throw problem('key_prefix', 'already_exists');
      }
      const autolink = {
        id: sandbox.nextId(),
        keyPrefix,
        urlTemplate,
        isAlphanumeric: body.is_alphanumeric !== false,
      };
      repository.autolinks.push(autolink);
      return {
        status: 201,
        body: present(autolink),
        headers: {
          location: `${urls.api}/repos/${call.params.owner}/${call.params.repo}/autolinks/${autolink.id}`,
        },
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/autolinks/{autolink_id}',
    on: 'repository',
    access: access('read'),
    handle: call => ({ body: present(autolinkOf(call)) }),
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}',
    on: 'repository',
    access: access('write'),
    handle(call) {
      const autolink = autolinkOf(call);
      const { repository } = call;
      repository.autolinks = repository.autolinks.filter(
        other => other !== autolink,
      );
      return { status: 204 };
    },
  },
];

type Autolink = Repository['autolinks'][number];

function autolinkOf({ repository, params }: RepositoryCall): Autolink {
  const found = repository.autolinks.find(
    ({ id }) => String(id) === params.autolink_id,
  );
  if (!found) throw notFound();
  return found;
}

/** GitHub's `autolink`. */
function present(autolink: Autolink) {
  return {
    id: autolink.id,
    key_prefix: autolink.keyPrefix,
    url_template: autolink.urlTemplate,
    is_alphanumeric: autolink.isAlphanumeric,
    updated_at: null,
  };
}

function problem(field: string, code: string, message?: string) {
  return validationFailed({
    errors: [{ resource: 'KeyLink', field, code, ...(message && { message }) }],
  });
}
