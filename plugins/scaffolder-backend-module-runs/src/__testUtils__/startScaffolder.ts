import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  type ActionContext,
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { runsModule } from '../module';

export const TEST_KEY = 'a key of these tests, of 32 characters and more';

/** What the action of a test does; its input is `{say: string}`. */
export type TestHandler = (context: ActionContext<any>) => Promise<void> | void;

export interface TestScaffolder {
  /** The path begins after `/api/scaffolder`. */
  ask(
    method: string,
    path: string,
    body?: JsonObject,
  ): Promise<{ status: number; body: any }>;
  /** Starts a template of `templates` and gives the run's id. */
  run(
    template: string,
    values?: JsonObject,
    secrets?: JsonObject,
  ): Promise<string>;
  /** Waits until the run has a status other than open and processing. */
  ended(taskId: string): Promise<string>;
  events(taskId: string): Promise<any[]>;
  /** What was published as `scaffolder.task`. */
  published: any[];
  knex: Knex;
  stop(): Promise<void>;
}

/** A backend with the real scaffolder, with the module or as stock has it, and one more action per handler: `test:NAME`. */
export async function startScaffolder(options: {
  withModule: boolean;
  handlers?: Record<string, TestHandler>;
  /** `spec` of templates by name. */
  templates: Record<string, JsonObject>;
  config?: JsonObject;
  /** `backend.database`; in memory when absent. */
  database?: JsonObject;
  /** For `scaffolder.task.read`; everything else is allowed. */
  readDecision?: PolicyDecision;
}): Promise<TestScaffolder> {
  const { handlers = {}, templates, readDecision } = options;
  const published: any[] = [];
  let knex: Knex | undefined;
  const allow = { result: AuthorizeResult.ALLOW } as const;
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      ...(options.withModule ? [runsModule] : []),
      testModule({ handlers, onDatabase: found => (knex = found) }),
      catalogServiceMock.factory({
        entities: Object.entries(templates).map(toEntity),
      }),
      ...(options.database ? [databaseServiceFactory] : []),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async event => {
            published.push(JSON.parse(JSON.stringify(event.eventPayload)));
          },
          subscribe: async () => {},
        }),
      }),
      mockServices.permissions.mock({
        authorize: async requests => requests.map(() => allow),
        authorizeConditional: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'scaffolder.task.read' && readDecision
              ? (readDecision as any)
              : allow,
          ),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          backend: { database: options.database },
          callboard: { templates: { key: TEST_KEY } },
          ...options.config,
        },
      }),
    ],
  });
  const { port } = backend.server.address() as { port: number };
  const ask: TestScaffolder['ask'] = async (method, path, body) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/scaffolder${path}`,
      {
        method,
        ...(body && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body:
        text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  };
  return {
    ask,
    published,
    knex: knex!,
    async run(template, values = {}, secrets) {
      const { status, body } = await ask('POST', '/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
        ...(secrets && { secrets }),
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.id;
    },
    async ended(taskId) {
      for (;;) {
        const { body } = await ask('GET', `/v2/tasks/${taskId}`);
        if (!['open', 'processing'].includes(body.status)) return body.status;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    async events(taskId) {
      return (await ask('GET', `/v2/tasks/${taskId}/events`)).body;
    },
    stop: () => backend.stop(),
  };
}

function testModule(options: {
  handlers: Record<string, TestHandler>;
  onDatabase: (knex: Knex) => void;
}) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'of-a-test',
    register: env =>
      env.registerInit({
        deps: {
          actions: scaffolderActionsExtensionPoint,
          database: coreServices.database,
        },
        async init({ actions, database }) {
          options.onDatabase(await database.getClient());
          for (const [name, handler] of Object.entries(options.handlers)) {
            actions.addActions(
              createTemplateAction({
                id: `test:${name}`,
                schema: {
                  input: { say: z => z.any().optional() },
                  output: { said: z => z.any() },
                },
                handler: async context => handler(context as any),
              }),
            );
          }
        },
      }),
  });
}

function toEntity([name, spec]: [string, JsonObject]): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', ...spec },
  };
}
