import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { runsModule } from '../../module';
import {
  maskedAuditorServiceFactory,
  maskedLoggerServiceFactory,
} from '../../services/maskedServices';
import { useEnvironmentSecrets } from '../../secrets/environmentSecrets';
import { guardRenderer } from '../../templating/guardRenderer';

/** A scaffolder of which everything that it says and stores is kept, so that it can be searched. */
export interface WatchedScaffolder {
  /** The path begins after `/api/scaffolder`. Gives the text of the answer, whatever it is. */
  ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string; json: any }>;
  /** Waits until the run has ended, and gives its status. */
  ended(taskId: string): Promise<string>;
  /** By what it came from: every answer so far, every line of the log, every event that was published. */
  said: { where: string; text: string }[];
  /** The files of the database and what is beside them, as they are now. */
  stored(): Promise<{ where: string; text: string }[]>;
  stop(): Promise<void>;
}

/** The real scaffolder with this package, its logger and its auditor, on SQLite in `folder`. */
export async function startWatchedScaffolder(options: {
  /** For the database and the files of runs. */
  folder: string;
  entities: Entity[];
  actions?: TemplateAction<any, any, any>[];
  /** In the place of the services that there are. */
  features?: BackendFeature[];
  /** Secrets that every run has from the configuration. */
  environment?: Record<string, string>;
}): Promise<WatchedScaffolder> {
  const { folder, entities, actions = [], features = [] } = options;
  const { environment = {} } = options;
  const said: WatchedScaffolder['said'] = [];
  const config = mockServices.rootConfig({
    data: {
      backend: {
        workingDirectory: folder,
        database: {
          client: 'better-sqlite3',
          connection: { directory: folder },
        },
      },
      scaffolder: {
        taskRecovery: { enabled: true },
        defaultEnvironment: { secrets: environment },
      },
      callboard: {
        templates: { key: 'a-key-for-tests-of-32-characters!' },
      },
    },
  });
  guardRenderer();
  useEnvironmentSecrets({ config });
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      runsModule,
      createBackendModule({
        pluginId: 'scaffolder',
        moduleId: 'of-a-test',
        register: env =>
          env.registerInit({
            deps: { registry: scaffolderActionsExtensionPoint },
            init: async ({ registry }) => registry.addActions(...actions),
          }),
      }),
      maskedLoggerServiceFactory,
      maskedAuditorServiceFactory,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => keepingLogger(said),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          async publish(event) {
            said.push({ where: 'event', text: JSON.stringify(event) });
          },
          subscribe: async () => {},
        }),
      }),
      ...features,
      catalogServiceMock.factory({ entities }),
      databaseServiceFactory,
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
    ],
  });
  const { port } = backend.server.address() as { port: number };
  const ask: WatchedScaffolder['ask'] = async (method, where, body) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/scaffolder${where}`,
      {
        method,
        headers: {
          // None is left open that the server may close meanwhile.
          connection: 'close',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    said.push({ where: `${method} ${where}`, text });
    return { status: response.status, text, json: parsed(text) };
  };
  return {
    ask,
    said,
    async ended(taskId) {
      for (;;) {
        const { json } = await ask('GET', `/v2/tasks/${taskId}`);
        if (!['open', 'processing'].includes(json.status)) return json.status;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    async stored() {
      const names = await readdir(folder, { recursive: true });
      const files = names.filter(name => /\.sqlite(-wal|-shm)?$/.test(name));
      return Promise.all(
        files.map(async name => ({
          where: name,
          text: (await readFile(path.join(folder, name))).toString('latin1'),
        })),
      );
    },
    stop: () => backend.stop(),
  };
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps every line with all that belongs to it, errors with their stacks. */
function keepingLogger(
  said: WatchedScaffolder['said'],
  own: unknown[] = [],
): RootLoggerService {
  const say = (message: string, meta?: unknown) => {
    const parts = [message, meta, ...own].map(part =>
      typeof part === 'string' ? part : inspect(part, { depth: 12 }),
    );
    said.push({ where: 'log', text: parts.join(' ') });
  };
  return {
    ...{ error: say, warn: say, info: say, debug: say },
    child: meta => keepingLogger(said, [...own, meta]),
  };
}
