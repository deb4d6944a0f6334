import type { EntityRepository } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import type { Place, Question } from '../answers/Question';

/** What is known of a repository whoever asks. Times are ISO 8601. */
export interface AboutRepository
  extends Pick<
    EntityRepository,
    | 'owner'
    | 'name'
    | 'url'
    | 'visibility'
    | 'defaultBranch'
    | 'isArchived'
    | 'served'
  > {
  createdAt: string;
}

/** A repository itself, and the credential that it was asked with. */
export function aboutRepository(options: {
  place: Place;
  github: GithubService;
}): Question<AboutRepository> {
  const { place, github } = options;
  return {
    place,
    what: 'about',
    topics: ['repository'],
    events: ['repository'],
    freshForMs: 10 * 60_000,
    async load(previous) {
      const client = await github.client({ url: place.url });
      const { data, headers } = await client.request(
        'GET /repos/{owner}/{repo}',
        {
          owner: place.owner,
          repo: place.name,
          headers: conditional(previous),
        },
      );
      const { steps } = await github.credentials.explain({ url: place.url });
      const used = steps.find(({ verdict }) => verdict === 'used');
      return {
        state: 'answered',
        ...(headers.etag && { etag: headers.etag }),
        value: {
          owner: data.owner.login,
          name: data.name,
          url: data.html_url,
          visibility: readVisibility(data),
          defaultBranch: data.default_branch,
          isArchived: data.archived,
          createdAt: data.created_at,
          served: {
            credentialId: used?.credentialId ?? 'none',
            title: used?.title ?? 'no credential',
          },
        },
      };
    },
  };
}

/** Older GitHub Enterprise Servers say only whether it is private. */
function readVisibility(data: {
  private: boolean;
  visibility?: string;
}): EntityRepository['visibility'] {
  const { visibility } = data;
  if (visibility === 'public' || visibility === 'internal') return visibility;
  return data.private || visibility === 'private' ? 'private' : 'public';
}
