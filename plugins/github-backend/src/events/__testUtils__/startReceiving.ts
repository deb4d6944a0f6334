import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { rootGithubServiceRef } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import { deliveriesMigration } from '../deliveriesMigration';
import type { DeliveryLedger } from '../DeliveryLedger';
import type { EventHandlerOptions, GithubEvent } from '../createEventHandler';
import { deliveryLinkRef } from '../deliveryLinkRef';
import { githubEventsModule } from '../githubEventsModule';
import { isMirrorEvent, mirrorEvents } from '../handledEvents';
import {
  checkMissedDeliveries,
  type MissedDeliveriesOptions,
} from '../missed/checkMissedDeliveries';
import { openDeliveryLedger } from '../openDeliveryLedger';
import { subscribeToGithub } from '../subscribeToGithub';
import { recordMirror } from './recordMirror';

export const SECRET = 'the-secret-of-the-app';

/** A sandbox whose App sends its events to a backend that takes them. The mirror only writes down what it is told. */
export async function startReceiving(
  options: {
    settings?: (host: string) => EventHandlerOptions['settings'];
    /** Of `github` and `events` in the configuration. */
    config?: (entry: any) => object;
  } = {},
) {
  const sandbox = await startTestSandbox();
  const { host } = new URL(sandbox.url);
  const recorded = recordMirror({ host, settings: options.settings?.(host) });
  const now = () => sandbox.sandbox.clock.now();
  const entry = {
    host,
    apiBaseUrl: `${sandbox.url}/api/v3`,
    apps: [
      {
        appId: sandbox.app.id,
        privateKey: sandbox.privateKey,
        clientId: sandbox.app.clientId,
        clientSecret: 'portal-secret',
        webhookSecret: SECRET,
      },
    ],
  };
  const opened = {} as {
    knex: Knex;
    ledger: DeliveryLedger;
    handle: (event: GithubEvent) => Promise<unknown>;
    missed: MissedDeliveriesOptions;
  };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const auditor = mockServices.auditor.mock();
  const refusals: string[] = [];
  auditor.createEvent.mockResolvedValue({
    success: async () => undefined,
    fail: async ({ error }: any) => {
      refusals.push(error.message);
    },
  });

  const plugin = createBackendPlugin({
    pluginId: 'github',
    register(env) {
      env.registerInit({
        deps: {
          database: coreServices.database,
          events: eventsServiceRef,
          github: rootGithubServiceRef,
          deliveryLink: deliveryLinkRef,
        },
        async init({ database, events, github, deliveryLink }) {
          const knex = await database.getClient();
          await deliveriesMigration.up(knex);
          const ledger = openDeliveryLedger({ knex, now });
          const { handle } = await subscribeToGithub({
            ...recorded.parts,
            events,
            ledger,
            deliveryLink,
            hostOf: url => github.credentials.hostOf(url)?.host,
            logger,
          });
          const missed = {
            ...recorded.parts,
            github,
            knex,
            hosts: [host],
            ledger,
            handle,
            logger,
            now,
          };
          Object.assign(opened, { knex, ledger, handle, missed });
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [entry] },
          events: { useEventBus: 'never' },
          ...options.config?.(entry),
        },
      }),
      auditor.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {
          logger: coreServices.rootLogger,
          plugin: coreServices.pluginMetadata,
        },
        createRootContext: ({ logger: root }) =>
          DefaultEventsService.create({ logger: root, useEventBus: 'never' }),
        factory: ({ plugin: { getId } }, events) => events.forPlugin(getId()),
      }),
      eventsPlugin,
      githubEventsModule,
      plugin,
    ],
  });
  const address = `http://localhost:${backend.server.port()}/api/events/http/github`;
  Object.assign(sandbox.app, {
    webhookUrl: address,
    webhookSecret: SECRET,
    webhookActive: true,
    permissions: { ...sandbox.app.permissions, members: 'read' },
  });
  sandbox.installation.events = [...mirrorEvents];

  return {
    ...opened,
    ...recorded,
    host,
    sandbox,
    address,
    logger,
    refusals,
    /** Deliveries of the mirror's events as the sandbox has them, as `push 202`. */
    deliveries: () =>
      sandbox.sandbox.state.deliveries
        .all()
        .filter(({ event }) => isMirrorEvent(event))
        .map(({ event, statusCode }) => `${event} ${statusCode}`),
    /** Waits until everything that happened has been delivered. */
    settled: () => sandbox.sandbox.settled(),
    /** Writes a file to a repository of `acme` as Olivia does, which is a push. */
    async write(repository: string, file: string, text: string) {
      const { body } = await sandbox.call(
        `GET /repos/acme/${repository}/contents/${file}`,
        { as: 'olivia' },
      );
      const answer = await sandbox.call(
        `PUT /repos/acme/${repository}/contents/${file}`,
        {
          as: 'olivia',
          body: {
            message: `Write ${file}`,
            content: Buffer.from(text).toString('base64'),
            sha: body?.sha,
          },
        },
      );
      await sandbox.sandbox.settled();
      return answer.body.commit.sha as string;
    },
    checkMissed: () => checkMissedDeliveries(opened.missed),
    async stop() {
      await backend.stop();
      await sandbox.stop();
    },
  };
}
