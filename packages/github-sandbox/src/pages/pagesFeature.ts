import type { Feature } from '../Feature';
import { mountAccountPages } from './accounts/mountAccountPages';
import { mountRepositoryPages } from './mountRepositoryPages';

/** What people see who follow a link: accounts, code, conversations, runs. */
export const pagesFeature: Feature = {
  name: 'pages',
  mount({ app, sandbox }) {
    mountAccountPages({ app, sandbox });
    mountRepositoryPages({ app, sandbox });
  },
};
