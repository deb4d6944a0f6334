import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PeopleTransforms } from './PeopleTransforms';

/** For modules of the catalog that change how people and teams become entities. */
export const githubPeopleTransformsExtensionPoint =
  createExtensionPoint<PeopleTransforms>({
    id: 'callboard.github.peopleTransforms',
  });

/**
 * The one of `@backstage/plugin-catalog-backend-module-github-org`, by its id, so that modules that were written for it go on working. That
 * module itself must not be there as well.
 */
export const stockTransformsExtensionPoint =
  createExtensionPoint<PeopleTransforms>({
    id: 'catalog.githubOrgEntityProvider',
  });
