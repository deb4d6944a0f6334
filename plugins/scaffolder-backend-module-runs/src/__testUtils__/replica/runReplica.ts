import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { runsModule } from '../../module';

/** What a replica is started with, as JSON in the first argument. */
export interface ReplicaOptions {
  config: any;
  /** Where steps note that they were begun and done, and where they wait for files. */
  folder: string;
  /** In the notes. */
  name: string;
}

const STEPS = ['one', 'two', 'three'];

/** A backend process with the scaffolder, and a template of three steps, each of which waits for a file of its name. */
function runReplica() {
  const { config, folder, name }: ReplicaOptions = JSON.parse(process.argv[2]);
  const note = (line: string) =>
    fs.appendFileSync(path.join(folder, 'notes'), `${line}\n`);
  const action = createTemplateAction({
    id: 'test:step',
    schema: {
      input: { key: z => z.string().optional() },
      output: { made: z => z.string() },
    },
    async handler(context) {
      const step = context.step!.id!;
      const before = fs.readdirSync(context.workspacePath).sort().join('+');
      note(`${name} begins ${step} with ${context.input.key} and ${before}`);
      fs.writeFileSync(path.join(context.workspacePath, `half-${step}`), '');
      while (!fs.existsSync(path.join(folder, step))) {
        context.signal?.throwIfAborted();
        await wait(20);
      }
      fs.renameSync(
        path.join(context.workspacePath, `half-${step}`),
        path.join(context.workspacePath, step),
      );
      note(`${name} did ${step}`);
      context.output('made', `made by ${step}`);
    },
  });
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  backend.add(
    catalogServiceMock.factory({
      entities: [
        {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'test', namespace: 'default' },
          spec: {
            type: 'service',
            parameters: {
              properties: { key: { type: 'string', 'ui:field': 'Secret' } },
            },
            steps: STEPS.map(id => ({
              ...{ id, name: id, action: 'test:step' },
              input: { key: '${{ parameters.key }}' },
            })),
            output: { text: [{ content: '${{ steps.one.output.made }}' }] },
          },
        },
      ],
    }),
  );
  backend.add(scaffolderPlugin);
  backend.add(runsModule);
  backend.add(
    createBackendModule({
      pluginId: 'scaffolder',
      moduleId: 'of-a-test',
      register: env =>
        env.registerInit({
          deps: { actions: scaffolderActionsExtensionPoint },
          init: async ({ actions }) => actions.addActions(action),
        }),
    }),
  );
  return backend.start();
}

runReplica();
