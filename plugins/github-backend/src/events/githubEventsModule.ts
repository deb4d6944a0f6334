import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { rootGithubServiceRef } from '@callboard/plugin-github-node';
import { deliveryLinkRef } from './deliveryLinkRef';
import { createWebhookValidator } from './ingress/createWebhookValidator';
import { GithubSubTopics } from './ingress/GithubSubTopics';
import { reportRefusals } from './ingress/reportRefusals';
import { webhookSecrets } from './ingress/webhookSecrets';

/**
 * Takes GitHub's webhooks at `/api/events/http/github`, in place of `@backstage/plugin-events-backend-module-github`. Secrets are looked up
 * for every delivery, so that an App that is made or changed while the portal runs counts at once; as long as there is none the answer is
 * 404. As in stock, events go on to the topics `github.push`, `github.repository` and so on.
 */
export const githubEventsModule = createBackendModule({
  pluginId: 'events',
  moduleId: 'github-webhooks',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        auditor: coreServices.auditor,
        extension: eventsExtensionPoint,
        events: eventsServiceRef,
        github: rootGithubServiceRef,
        link: deliveryLinkRef,
      },
      async init({ config, logger, auditor, extension, events, github, link }) {
        const { credentials } = github;
        const now = () => new Date();
        const secrets = () =>
          webhookSecrets({ config, hosts: credentials.hosts() });
        extension.addHttpPostIngress({
          topic: 'github',
          validator: createWebhookValidator({
            secrets,
            hostOf: url => credentials.hostOf(url)?.host,
            link,
            report: reportRefusals({ auditor, now }),
            now,
          }),
        });
        if (secrets().length === 0) {
          logger.info(
            'No webhooks of GitHub are taken: set webhookSecret of an App in integrations.github[].apps, or events.modules.github.webhookSecret for webhooks of repositories and organisations',
          );
        }
        await new GithubSubTopics({ events }).subscribe();
      },
    });
  },
});
