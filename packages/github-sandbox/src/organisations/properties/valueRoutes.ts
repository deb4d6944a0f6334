import { canSee } from '../../access';
import { notFound, validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { insiderRole } from '../rights/insiderRole';
import { setValues, valuesOf } from './setValues';

/** https://docs.github.com/rest/orgs/custom-properties and https://docs.github.com/rest/repos/custom-properties */
export const propertyValueRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/properties/values',
    on: 'organisation',
    access: {
      permission: { name: 'organization_custom_properties', level: 'read' },
    },
    handle(call) {
      const { sandbox, organisation, viewer, query } = call;
      if (viewer.kind === 'user' && !insiderRole(call)) throw notFound();
      const text = (query.get('repository_query') ?? '').toLowerCase();
      const { rows, total } = paginate({
        call,
        rows: sandbox.state.repositories
          .by('owner', organisation.id)
          .filter(
            repository =>
              canSee({ ...call, repository }) &&
              repository.name.toLowerCase().includes(text),
          ),
      });
      return {
        body: rows.map(repository => ({
          repository_id: repository.id,
          repository_name: repository.name,
          repository_full_name: `${organisation.login}/${repository.name}`,
          properties: valuesOf({ organisation, repository }),
        })),
        total,
      };
    },
  },
  {
    route: 'PATCH /orgs/{org}/properties/values',
    on: 'organisation',
    access: {
      permission: { name: 'organization_custom_properties', level: 'write' },
      organisation: 'admin',
    },
    handle(call) {
      const { sandbox, organisation, body } = call;
      const { repository_names: names, properties } = body;
      if (!Array.isArray(names)) throw notSupplied('repository_names');
      if (!Array.isArray(properties)) throw notSupplied('properties');
      const repositories = names.map(name => {
        const repository = sandbox.state.repositories.first(
          'name',
          `${organisation.id}/${String(name).toLowerCase()}`,
        );
        if (!repository) {
          throw validationFailed({
            errors: [
              {
                resource: 'CustomPropertyValue',
                field: 'repository_names',
                code: 'missing',
                message: `There is no repository ${name}`,
              },
            ],
          });
        }
        return repository;
      });
      for (const repository of repositories) {
        setValues({ organisation, repository, properties });
      }
      return { status: 204 };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/properties/values',
    on: 'repository',
    handle({ sandbox, repository }) {
      const organisation = sandbox.state.organisations.get(repository.ownerId);
      return { body: valuesOf({ organisation, repository }) };
    },
  },
  {
    route: 'PATCH /repos/{owner}/{repo}/properties/values',
    on: 'repository',
    access: {
      permission: { name: 'repository_custom_properties', level: 'write' },
      role: 'admin',
    },
    handle({ sandbox, repository, body }) {
      const organisation = sandbox.state.organisations.get(repository.ownerId);
      if (!organisation) throw notFound();
      const { properties } = body;
      if (!Array.isArray(properties)) throw notSupplied('properties');
      setValues({ organisation, repository, properties });
      return { status: 204 };
    },
  },
];
