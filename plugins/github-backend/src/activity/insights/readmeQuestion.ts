import type { Readme } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import type { Place, Question } from '../answers/Question';
import { renderReadme } from './renderReadme';

/** Beyond that it is cut off. */
const MOST_CHARACTERS = 500_000;

/** The README of the default branch, as HTML that can act on nothing. */
export function readmeQuestion(options: {
  place: Place;
  github: GithubService;
}): Question<Readme> {
  const { place, github } = options;
  return {
    place,
    what: 'readme',
    topics: ['code'],
    events: ['push'],
    freshForMs: 6 * 60 * 60_000,
    absentWhenMissing: 'The repository has no README',
    async load(previous) {
      const client = await github.client({ url: place.url });
      const { data, headers } = await client.request(
        'GET /repos/{owner}/{repo}/readme',
        {
          ...{ owner: place.owner, repo: place.name },
          headers: conditional(previous),
        },
      );
      const { path, sha, html_url, content } = data;
      const url = html_url ?? place.url;
      const text = Buffer.from(content, 'base64')
        .toString('utf8')
        .slice(0, MOST_CHARACTERS);
      return {
        state: 'answered',
        ...(headers.etag && { etag: headers.etag }),
        value: { path, sha, url, html: await renderReadme({ text, url }) },
      };
    },
  };
}
