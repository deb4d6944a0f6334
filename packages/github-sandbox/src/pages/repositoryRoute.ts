import type { Handler } from 'hono';
import { roleOf } from '../access';
import { findRepository } from '../core/names/findRepository';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { missingPage } from './missingPage';
import type { RepositoryPageContext } from './PageContext';
import { pageRoute } from './pageRoute';

/** A page of the repository that the address names (`:owner`, `:repo`), as far as the person may see it. */
export function repositoryRoute(options: {
  sandbox: Sandbox;
  render: (page: RepositoryPageContext) => Promise<Response> | Response;
}): Handler<Env> {
  const { sandbox, render } = options;
  return pageRoute({
    sandbox,
    render(page) {
      const { context, person } = page;
      const parameters = context.req.param() as Record<string, string>;
      // GitHub leads from the address for git to the page.
      const plain = parameters.repo.replace(/\.git$/, '');
      const found = findRepository({
        sandbox,
        owner: parameters.owner,
        name: plain,
      });
      if (found.outcome === 'missing') return missingPage(page);
      const { repository, owner } = found;
      const maySee =
        repository.visibility === 'public' ||
        (person && roleOf({ sandbox, user: person, repository }) !== undefined);
      if (!maySee) return missingPage(page);
      const name = `${owner.login}/${repository.name}`;
      if (found.outcome === 'moved' || plain !== parameters.repo) {
        return context.redirect(`/${name}`);
      }
      return render({ ...page, repository, owner, name });
    },
  });
}
