import type { Call, Route } from '../../http/Route';
import { refreshFacts } from '../../repositories/facts/refreshFacts';
import { knownFacts } from '../../repositories/facts/knownFacts';
import { encodePath } from '../../repositories/encodePath';
import { fullNameOf } from '../../repositories/fullNameOf';
import { presentRepository } from '../../repositories/present/presentRepository';
import { valuesOf } from '../parseQuery';
import { readSearch } from '../readSearch';
import { repositoriesInScope } from '../repositoriesInScope';
import { searchAnswer } from '../searchAnswer';
import { findFiles } from './findFiles';
import type { FoundFile } from './FoundFile';

/** Searches the default branches, for those who have signed in. https://docs.github.com/rest/search/search#search-code */
export const searchCode: Route = {
  route: 'GET /search/code',
  on: 'anything',
  access: { as: 'signedIn', permission: { name: 'metadata', level: 'read' } },
  async handle(call) {
    const { sandbox } = call;
    const query = readSearch(call);
    const languages = valuesOf({ query, name: 'language' }).map(value =>
      value.toLowerCase(),
    );
    let scope = repositoriesInScope({ call, query });
    if (languages.length > 0) {
      await refreshFacts({ sandbox, repositories: scope });
      scope = scope.filter(repository =>
        Object.keys(knownFacts(repository)?.languages ?? {}).some(name =>
          languages.includes(name.toLowerCase()),
        ),
      );
    }
    const found: FoundFile[] = [];
    for (const repository of scope) {
      found.push(...(await findFiles({ sandbox, repository, query })));
    }
    return searchAnswer({
      call,
      found,
      present: rows => rows.map(file => present(call, file)),
    });
  },
};

function present(call: Call, { repository, path, sha, fragment }: FoundFile) {
  const { sandbox, urls } = call;
  const fullName = fullNameOf({ sandbox, repository });
  const api = `${urls.api}/repos/${fullName}`;
  const encoded = encodePath(path);
  const branch = encodeURIComponent(repository.defaultBranch);
  const url = `${api}/contents/${encoded}?ref=${branch}`;
  const wantsMatches = /text-match/.test(call.headers.get('accept') ?? '');
  return {
    name: path.split('/').at(-1)!,
    path,
    sha,
    url,
    git_url: `${api}/git/blobs/${sha}`,
    html_url: `${urls.html}/${fullName}/blob/${encodePath(
      repository.defaultBranch,
    )}/${encoded}`,
    repository: presentRepository({ ...call, repository }),
    score: 1,
    ...(wantsMatches &&
      fragment !== undefined && {
        text_matches: [
          {
            object_url: url,
            object_type: 'FileContent',
            property: 'content',
            fragment,
            matches: [{ text: fragment, indices: [0, fragment.length] }],
          },
        ],
      }),
  };
}
