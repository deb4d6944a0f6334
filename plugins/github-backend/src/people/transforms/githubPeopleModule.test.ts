import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  type ExtensionPoint,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  githubPeopleTransformsExtensionPoint,
  stockTransformsExtensionPoint,
} from './extensionPoints';
import { githubPeopleModule } from './githubPeopleModule';
import type { PeopleTransforms } from './PeopleTransforms';
import {
  peopleTransformsRef,
  type GivenTransforms,
} from './peopleTransformsRef';

const user = async () => undefined;
const team = async () => undefined;

/** A backend with modules that set transformers by these extension points. */
async function start(...points: ExtensionPoint<PeopleTransforms>[]) {
  let given: GivenTransforms | undefined;
  const catalog = createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { transforms: peopleTransformsRef },
        async init({ transforms }) {
          given = { ...transforms };
        },
      });
    },
  });
  const modules = points.map((point, index) =>
    createBackendModule({
      pluginId: 'catalog',
      moduleId: `transforms-${index}`,
      register(env) {
        env.registerInit({
          deps: { transforms: point, logger: coreServices.logger },
          async init({ transforms }) {
            transforms.setUserTransformer(user);
            transforms.setTeamTransformer(team);
          },
        });
      },
    }),
  );
  await startTestBackend({
    features: [catalog, githubPeopleModule, ...modules],
  });
  return given;
}

it.each([
  ['its own', githubPeopleTransformsExtensionPoint],
  ["stock's", stockTransformsExtensionPoint],
])('hands over what modules set by %s extension point', async (_, point) => {
  expect(await start(point)).toEqual({ user, team });
});

it('hands over nothing where nothing was set', async () => {
  expect(await start()).toEqual({});
});

it('refuses a second transformer', async () => {
  await expect(
    start(githubPeopleTransformsExtensionPoint, stockTransformsExtensionPoint),
  ).rejects.toThrow('may only be set once');
});
