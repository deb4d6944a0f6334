import type { ServerResponse } from 'node:http';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { entityQuestions } from './entityQuestions';
import { startGuarded } from './startGuarded';

jest.setTimeout(180_000);

const NAME = 'vault';
const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: NAME,
    namespace: 'default',
    labels: { secret: 'yes' },
    annotations: {
      'backstage.io/managed-by-location': 'url:https://host.example/all',
      'backstage.io/managed-by-origin-location': 'url:https://host.example/all',
      'backstage.io/techdocs-ref': 'dir:.',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-of-vault' },
};

const waiting: ServerResponse[] = [];
let mode: 'allows' | 'fails' | 'is slow' = 'allows';
const permissionBackend = createBackendPlugin({
  pluginId: 'permission',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use(async (request, response) => {
          if (mode === 'fails') {
            response.status(500).json({ error: { message: 'broken' } });
          } else if (mode === 'is slow') {
            waiting.push(response);
          } else {
            let text = '';
            for await (const chunk of request) text += chunk;
            response.json({
              items: JSON.parse(text).items.map(({ id }: { id: string }) => ({
                id,
                result: AuthorizeResult.ALLOW,
              })),
            });
          }
        });
      },
    });
  },
});

describe('without a decision', () => {
  let portal: Awaited<ReturnType<typeof startGuarded>>;
  let uid: string;
  beforeAll(async () => {
    portal = await startGuarded({
      entities: [entity],
      later: [{ ...entity, metadata: { ...entity.metadata, name: 'late' } }],
      callboard: {},
      permissions: [permissionBackend],
    });
    const { text } = await portal.ask(portal.operator, {
      route: `GET /catalog/entities/by-name/component/default/${NAME}`,
    });
    uid = JSON.parse(text).metadata.uid;
  });
  afterEach(() => {
    mode = 'allows';
    // A server does not stop while somebody waits.
    waiting.splice(0).forEach(response => response.end());
  });
  afterAll(() => portal?.stop());

  it.each(['fails', 'is slow'] as const)(
    'nothing is shown, and nothing looks empty, while the permission backend %s',
    async failing => {
      mode = failing;
      const answers = await Promise.all(
        Object.entries(entityQuestions({ name: NAME, uid }))
          // It describes kinds, and asks nobody.
          .filter(([name]) => name !== 'MCP model')
          .map(async ([name, question]) => ({
            name,
            ...(await portal.ask('user:default/jane', question)),
          })),
      );
      const mistakes = answers
        .filter(({ name, status, text }) =>
          name.startsWith('MCP')
            ? !text.includes('"isError":true')
            : status < 500,
        )
        .map(({ name, status, text }) => `${name}: ${status} ${text}`);
      expect(mistakes).toEqual([]);

      const ofCatalog = answers.filter(({ name }) =>
        ['by ref', 'list', 'page', 'facets', 'removal'].includes(name),
      );
      expect(ofCatalog.map(({ status }) => status)).toEqual(
        ofCatalog.map(() => 503),
      );
      expect(answers.filter(({ text }) => text.includes('"uid"'))).toEqual([]);
    },
  );
});
