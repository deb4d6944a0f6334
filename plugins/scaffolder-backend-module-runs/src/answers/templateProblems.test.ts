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

/** Names a parameter, a filter and a step that there are not. Nobody has the action of the second step. */
const TEXT = '${{ parameters.nmae | shout }} ${{ steps.later.output.url }}';

/** A template with six problems. */
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
      steps: [
        { id: 'a', action: 'debug:log', input: { message: TEXT } },
        { id: 'b', action: 'acme:deploy' },
        { id: 'c', action: 'fetch:plain', input: { targetPath: '.' } },
      ],
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
    'error spec.steps[1].action',
    'error spec.steps[2].input',
    'warning spec.steps[0].input.message',
    'warning spec.steps[0].input.message',
    'warning spec.steps[0].input.message',
  ]);
  expect(problems[0]).toMatchObject({
    message: expect.stringContaining('lost is required'),
    remedy: expect.stringContaining('Add the field'),
  });
  expect(problems[1].message).toBe(
    'The action acme:deploy is not installed here.',
  );
  expect(problems[2].message).toBe(
    'The action fetch:plain needs the input url.',
  );
});

it('tells others nothing, but for administrators', async () => {
  expect(await form('theirs')).not.toHaveProperty('problems');
  isAdmin = true;
  expect((await form('theirs')).problems).toHaveLength(6);
});
