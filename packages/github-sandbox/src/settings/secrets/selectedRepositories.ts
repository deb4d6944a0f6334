import { canSee } from '../../access';
import type { Repository } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Access, OrganisationCall, Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { presentRepository } from '../../repositories/present/presentRepository';

interface Selected {
  visibility?: string;
  selectedRepositoryIds?: number[];
}

/** The four routes about the repositories that something of an organisation is shown to: a secret, a variable. */
export function selectedRepositoryRoutes(options: {
  /** `/orgs/{org}/actions/secrets/{secret_name}` */
  path: string;
  access(level: 'read' | 'write'): Access;
  /** The thing, if it is there. */
  find(call: OrganisationCall): Selected | undefined;
}): Route[] {
  const { path, access, find } = options;
  const found = (call: OrganisationCall): Selected => {
    const thing = find(call);
    if (!thing) throw notFound();
    return thing;
  };
  const selected = (call: OrganisationCall) => {
    const thing = found(call);
    if (thing.visibility !== 'selected') {
      throw new GitHubError({
        status: 409,
        message: 'Visibility is not set to selected',
      });
    }
    return thing;
  };
  return [
    {
      route: `GET ${path}/repositories`,
      on: 'organisation',
      access: access('read'),
      handle(call) {
        const repositories = (found(call).selectedRepositoryIds ?? [])
          .flatMap(id => call.sandbox.state.repositories.get(id) ?? [])
          .filter(repository => canSee({ ...call, repository }));
        const { rows, total } = paginate({ call, rows: repositories });
        return {
          body: {
            total_count: total,
            repositories: rows.map(repository =>
              presentRepository({ ...call, repository }),
            ),
          },
          total,
        };
      },
    },
    {
      route: `PUT ${path}/repositories`,
      on: 'organisation',
      access: access('write'),
      handle(call) {
        const ids = call.body.selected_repository_ids;
        if (!Array.isArray(ids)) throw notSupplied('selected_repository_ids');
        selected(call).selectedRepositoryIds = ids.map(
          id => ownRepository(call, id).id,
        );
        return { status: 204 };
      },
    },
    {
      route: `PUT ${path}/repositories/{repository_id}`,
      on: 'organisation',
      access: access('write'),
      handle(call) {
        const thing = selected(call);
        const { id } = ownRepository(call, call.params.repository_id);
        thing.selectedRepositoryIds = [
          ...new Set([...(thing.selectedRepositoryIds ?? []), id]),
        ];
        return { status: 204 };
      },
    },
    {
      route: `DELETE ${path}/repositories/{repository_id}`,
      on: 'organisation',
      access: access('write'),
      handle(call) {
        const thing = selected(call);
        const { id } = ownRepository(call, call.params.repository_id);
        thing.selectedRepositoryIds = (
          thing.selectedRepositoryIds ?? []
        ).filter(other => other !== id);
        return { status: 204 };
      },
    },
  ];
}

/** A repository of the organisation. Throws 404. */
export function ownRepository(
  { sandbox, organisation }: OrganisationCall,
  id: unknown,
): Repository {
  const repository = sandbox.state.repositories.get(Number(id));
  if (repository?.ownerId !== organisation.id) throw notFound();
  return repository;
}
