import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { AutocompleteHandler } from '@backstage/plugin-scaffolder-node/alpha';
import type { GithubService } from '@callboard/plugin-github-node';

/**
 * Values for the form fields of a template: what the person who fills it in can see with a token of theirs. The handler of stock's module,
 * which does not export it, but with a client of ours.
 */
export function createAutocomplete(options: {
  github: GithubService;
  integrations: ScmIntegrations;
}): AutocompleteHandler {
  const { github, integrations } = options;
  return async ({ resource, token, context }) => {
    const host = context.host ?? 'github.com';
    const { owner, repository } = context;
    if (!integrations.github.byHost(host)) {
      throw new InputError(`No integration for host ${host}`);
    }
    if (!token) {
      throw new InputError(
        'No owner and/or repo provided, which is required if a token is not provided',
      );
    }
    const { rest, paginate } = await github.client({
      url: `https://${host}/${owner ?? ''}`,
      as: { secret: token },
    });
    switch (resource) {
      case 'repositoriesWithOwner': {
        const found = await paginate(rest.repos.listForAuthenticatedUser);
        return { results: found.map(({ full_name }) => ({ id: full_name })) };
      }
      case 'branches': {
        if (!owner || !repository) {
          throw new InputError(
            'Missing owner and/or repository context parameter',
          );
        }
        const found = await paginate(rest.repos.listBranches, {
          owner,
          repo: repository,
        });
        return { results: found.map(({ name }) => ({ id: name })) };
      }
      case 'owners': {
        const found = await paginate(rest.orgs.listForAuthenticatedUser);
        return { results: found.map(({ login }) => ({ id: login })) };
      }
      default:
        throw new InputError(`Invalid resource: ${resource}`);
    }
  };
}
