import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { CatalogLink } from '../../catalog/CatalogLink';
import type { GithubSettings } from '../../config/GithubSettings';
import type { PeopleStore } from '../store/createPeopleStore';
import type { GivenTransforms } from '../transforms/peopleTransformsRef';

/** What mirroring people needs throughout. */
export interface PeopleParts {
  settings: Pick<
    GithubSettings,
    'people' | 'guard' | 'strategy' | 'peopleReading'
  >;
  github: GithubService;
  link: CatalogLink;
  store: PeopleStore;
  transforms: GivenTransforms;
  logger: LoggerService;
  now: () => Date;
}
