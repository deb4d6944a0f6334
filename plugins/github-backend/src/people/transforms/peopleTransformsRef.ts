import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { TeamTransformer, UserTransformer } from './PeopleTransforms';

/** Transformers that modules of the catalog have set, on their way to the plugin. Undefined: the default. */
export interface GivenTransforms {
  user?: UserTransformer;
  team?: TeamTransformer;
}

/** Root scoped, since modules of the catalog and the plugin `github` share it. */
export const peopleTransformsRef = createServiceRef<GivenTransforms>({
  id: 'callboard.github.people-transforms',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: (): GivenTransforms => ({}),
    }),
});
