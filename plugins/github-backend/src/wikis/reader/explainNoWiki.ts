import { NotFoundError } from '@backstage/errors';
import type { GithubService } from '@callboard/plugin-github-node';
import type { WikiAddress } from '../readWikiUrl';

/**
 * Why git does not give a wiki, which says the same for all reasons: one request to GitHub tells them apart. Resolves to a `NotFoundError`
 * that says what to do.
 */
export async function explainNoWiki(options: {
  github: Pick<GithubService, 'client'>;
  wiki: WikiAddress;
  repositoryUrl: string;
}): Promise<NotFoundError> {
  const { github, wiki, repositoryUrl } = options;
  const { owner, name } = wiki;
  const what = `The wiki of ${owner}/${name}`;
  try {
    const client = await github.client({ url: repositoryUrl });
    const { data } = await client.rest.repos.get({ owner, repo: name });
    return new NotFoundError(
      data.has_wiki
        ? `${what} cannot be read. It has no pages yet: write the first one at ${repositoryUrl}/wiki. If it has pages, the portal's credential is not allowed to read them: an App or fine-grained token needs the permission Contents, read`
        : `${what} is switched off. Switch it on in ${repositoryUrl}/settings, or remove backstage.io/techdocs-ref from the component`,
    );
  } catch (error) {
    const { status } = error as { status?: number };
    return new NotFoundError(
      status === 404
        ? `${what} cannot be read: there is no such repository at ${
            new URL(repositoryUrl).host
          }, or the portal's credential may not see it. Correct backstage.io/techdocs-ref, or give the portal's App or token the repository`
        : `${what} cannot be read, and GitHub does not say why: look at the page Connections, or run callboard doctor`,
    );
  }
}
