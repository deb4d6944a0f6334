import { createBackendModule } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  githubPeopleTransformsExtensionPoint,
  stockTransformsExtensionPoint,
} from './extensionPoints';
import type { PeopleTransforms } from './PeopleTransforms';
import {
  peopleTransformsRef,
  type GivenTransforms,
} from './peopleTransformsRef';

/** Module of the catalog: offers the extension points for transformers, and hands over what was set. */
export const githubPeopleModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'github-people',
  register(env) {
    const given: GivenTransforms = {};
    const point: PeopleTransforms = {
      setUserTransformer(transformer) {
        refuseSecond({ given, kind: 'user' });
        given.user = transformer;
      },
      setTeamTransformer(transformer) {
        refuseSecond({ given, kind: 'team' });
        given.team = transformer;
      },
    };
    env.registerExtensionPoint(githubPeopleTransformsExtensionPoint, point);
    env.registerExtensionPoint(stockTransformsExtensionPoint, point);
    env.registerInit({
      deps: { transforms: peopleTransformsRef },
      // Modules that use the extension points come before this; the catalog connects its providers after it.
      async init({ transforms }) {
        Object.assign(transforms, given);
      },
    });
  },
});

function refuseSecond(options: {
  given: GivenTransforms;
  kind: keyof GivenTransforms;
}) {
  const { given, kind } = options;
  if (given[kind]) {
    throw new ConflictError(
      `The transformer of GitHub's ${kind}s may only be set once; two modules of the catalog set it`,
    );
  }
}
