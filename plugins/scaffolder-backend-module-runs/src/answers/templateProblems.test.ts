import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  startWatchedScaffolder,
  type WatchedScaffolder,
} from './__testUtils__/startWatchedScaffolder';

jest.setTimeout(60_000);

const files = createMockDirectory({ content: { work: {} } });

/** Names a parameter, a filter and a step that there are not. */
const TEXT = '${{ parameters.nmae | shout }} ${{ steps.later.output.url }}';

/** A template with three problems. */
function template(options: { name: string; owner: string }): Entity {
  const { name, owner } = options;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, namespace: 'default' },
    spec: {
      owner,
      type: 'service',
      parameters: [
        { title: 'Page', required: ['lost'], properties: { name: {} } },
      ],
      steps: [{ id: 'a', action: 'debug:log', input: { message: TEXT } }],
    },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

let scaffolder: WatchedScaffolder;
let isAdmin = false;
beforeAll(async () => {
  scaffolder = await startWatchedScaffolder({
    folder: files.resolve('work'),
    entities: [
      template({ name: 'mine', owner: 'user:default/mock' }),
      template({ name: 'theirs', owner: 'group:default/web' }),
    ],
    features: [
      mockServices.permissions.mock({
        authorize: async asked =>
          asked.map(({ permission }) => ({
            result:
              permission.name === 'access.manage' && !isAdmin
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
    ],
  });
});
afterAll(() => scaffolder?.stop());

async function form(name: string) {
  const { status, json } = await scaffolder.ask(
    'GET',
    `/v2/templates/default/template/${name}/parameter-schema`,
  );
  expect(status).toBe(200);
  expect(json.steps).toHaveLength(1);
  return json;
}

it('tells the owner of a template what is wrong with it, where, and what to do', async () => {
  const { problems } = await form('mine');
  expect(problems.map(({ level, key }: any) => `${level} ${key}`)).toEqual([
    'error spec.parameters[0].required[0]',
    'warning spec.steps[0].input.message',
    'warning spec.steps[0].input.message',
  ]);
  expect(problems[0]).toMatchObject({
    message: expect.stringContaining('lost is required'),
    remedy: expect.stringContaining('Add the field'),
  });
  // Which filters modules bring is not known.
  expect(JSON.stringify(problems)).not.toContain('shout');
});

it('tells others nothing, but for administrators', async () => {
  expect(await form('theirs')).not.toHaveProperty('problems');
  isAdmin = true;
  expect((await form('theirs')).problems).toHaveLength(3);
});
