import type { Insights } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import type { Place, Question } from '../answers/Question';

/** Who has committed most, at most a hundred. */
export function contributorsQuestion(options: {
  place: Place;
  github: GithubService;
}): Question<Insights['contributors']> {
  const { place, github } = options;
  return {
    place,
    what: 'contributors',
    topics: ['code'],
    events: ['push'],
    freshForMs: 6 * 60 * 60_000,
    async load(previous) {
      const client = await github.client({ url: place.url });
      const { data, headers } = await client.request(
        'GET /repos/{owner}/{repo}/contributors',
        {
          ...{ owner: place.owner, repo: place.name, per_page: 100 },
          headers: conditional(previous),
        },
      );
      return {
        state: 'answered',
        ...(headers.etag && { etag: headers.etag }),
        // An empty repository has no body.
        value: (data || []).flatMap(person =>
          person.login
            ? [
                {
                  login: person.login,
                  avatar: person.avatar_url ?? '',
                  commits: person.contributions,
                },
              ]
            : [],
        ),
      };
    },
  };
}
