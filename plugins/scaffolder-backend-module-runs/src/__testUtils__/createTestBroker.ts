import type { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { createTaskBroker, type RunBroker } from '../broker/createTaskBroker';
import type { RunSettings } from '../broker/readRunSettings';
import { createSealer } from '../keys/createSealer';
import { openRunDatabase } from '../store/openRunDatabase';

/** As another process has it, when several are made on one database. `knex` must have the tables; see `prepareDatabase`. */
export function createTestBroker(options: {
  knex: Knex;
  key?: string;
  settings?: Partial<RunSettings>;
  secretParameters?: string[];
  secretsSchema?: JsonObject;
  published?: any[];
}): RunBroker {
  const { knex, key = 'the key', settings, published } = options;
  return createTaskBroker({
    knex,
    sealer: createSealer({ key }),
    logger: mockServices.logger.mock(),
    auth: mockServices.auth(),
    events: {
      publish: async event => {
        published?.push(event.eventPayload);
      },
      subscribe: async () => {},
    },
    templateSecrets: async () => ({
      parameters: options.secretParameters ?? [],
      secretsSchema: options.secretsSchema,
    }),
    settings: {
      recovers: true,
      staleMs: 600_000,
      taskTimeoutMs: 86_400_000,
      janitorFrequency: { minutes: 5 },
      keepFailedMs: 86_400_000,
      heartMs: 20,
      pollMs: 20,
      ...settings,
    },
  });
}

/** Stock's tables and ours. */
export async function prepareDatabase(knex: Knex): Promise<void> {
  const database = { getClient: async () => knex };
  await openRunDatabase({ database: database as DatabaseService });
}

/** A spec of two steps; the second takes the parameter `key` as a secret. */
export function testSpec(parameters: JsonObject = {}): TaskSpec {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    parameters,
    steps: [
      { id: 'one', name: 'One', action: 'test:one', input: {} },
      {
        id: 'two',
        name: 'Two',
        action: 'test:two',
        input: { secrets: { KEY: '${{ parameters.key }}' } },
      },
    ],
    output: {},
    user: {},
    templateInfo: { entityRef: 'template:default/test' },
  } as TaskSpec;
}
