import type { Feature } from '../Feature';
import { searchCode } from './code/searchCode';
import { searchRepositories } from './repositories/searchRepositories';
import { searchCommits } from './searchCommits';
import { searchLabels } from './searchLabels';
import { searchTopics } from './searchTopics';
import { searchUsers } from './searchUsers';

/** Search. Issues and pull requests are searched by their own feature. */
export const searchFeature: Feature = {
  name: 'search',
  routes: [
    searchRepositories,
    searchCode,
    searchUsers,
    searchCommits,
    searchTopics,
    searchLabels,
  ],
};
