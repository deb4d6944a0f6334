import type { RateLimitFacts } from '@callboard/plugin-connections-common';

/** What GitHub counts separately, in words. */
export const resourceTitles: Record<RateLimitFacts['resource'], string> = {
  core: 'REST',
  graphql: 'GraphQL',
  search: 'Search',
  code_search: 'Code search',
  other: 'Other',
};
