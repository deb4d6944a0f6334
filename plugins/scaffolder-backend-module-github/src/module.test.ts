import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import stockModule from '@backstage/plugin-scaffolder-backend-module-github';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import {
  type GithubCredentials,
  type GithubService,
  githubServiceRef,
} from '@callboard/plugin-github-node';
import githubModule from '.';

/** What a module registers. */
async function registeredBy(module: BackendFeature) {
  const actions: TemplateAction<any, any, any>[] = [];
  const autocompletes: string[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added) => actions.push(...added) },
      ],
      [
        scaffolderAutocompleteExtensionPoint,
        {
          addAutocompleteProvider: ({ id }) => autocompletes.push(id),
        },
      ],
    ],
    features: [
      module,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: {} }),
      createServiceFactory({
        service: githubServiceRef,
        deps: {},
        factory: () =>
          ({
            credentials: {
              hosts: () => [],
              provider: () => ({ getCredentials: jest.fn() }),
            } as Partial<GithubCredentials> as GithubCredentials,
          } as GithubService),
      }),
    ],
  });
  await backend.stop();
  return {
    ids: actions.map(({ id }) => id).sort(),
    actions: Object.fromEntries(
      actions.map(({ handler, ...action }) => [
        action.id,
        { ...action, handler: typeof handler },
      ]),
    ),
    autocompletes,
  };
}

/** What ours take and do beside what stock's do. */
function withoutOurs({ schema, ...action }: any) {
  const { allowedHosts, ...properties } = schema.input.properties;
  const { additionalProperties, ...input } = schema.input;
  const { supportsDryRun, ...rest } = action;
  return { ...rest, schema: { ...schema, input: { ...input, properties } } };
}

it("registers what stock's module registers, with the same schemas, examples and all", async () => {
  const stock = await registeredBy(stockModule);
  const ours = await registeredBy(githubModule);
  expect(stock.ids.length).toBeGreaterThan(10);
  expect(ours.ids).toEqual(stock.ids);
  expect(ours.autocompletes).toEqual(stock.autocompletes);
  for (const id of ours.ids) {
    const [mine, theirs] = [ours.actions[id], stock.actions[id]].map(action =>
      JSON.parse(JSON.stringify(action)),
    );
    expect(withoutOurs(mine)).toEqual(withoutOurs(theirs));
    expect(mine).toMatchObject({
      supportsDryRun: true,
      schema: {
        input: {
          additionalProperties: true,
          properties: { allowedHosts: { type: 'array' } },
        },
      },
    });
  }
});
