import { setTimeout as sleep } from 'node:timers/promises';
import type { AppFacts } from '@callboard/plugin-connections-common';
import type { Check, CheckInput, Finding } from '../Check';
import { appTitle } from '../text/appTitle';

const WAIT_MS = 15_000;
const LOOK_EVERY_MS = 500;

/**
 * Has GitHub send the last delivery of an App once more, and sees it arrive.
 * https://docs.github.com/en/rest/apps/webhooks#redeliver-a-delivery-for-an-app-webhook
 */
export const webhookRedelivery: Check = {
  id: 'webhook-redelivery',
  group: 'connections',
  title: 'A delivery that is sent again arrives',
  onDemandOnly: true,
  run: async input =>
    (
      await Promise.all(
        input.hosts.flatMap(host =>
          host.apps
            .filter(
              ({ key, webhook }) =>
                key.status === 'valid' && webhook && webhook.verdict !== 'off',
            )
            .map(app => redeliver({ ...input, host, app })),
        ),
      )
    ).flat(),
};

async function redeliver(
  options: CheckInput & { host: CheckInput['hosts'][number]; app: AppFacts },
): Promise<Finding[]> {
  const { context, host, app, signal } = options;
  let looks = 0;
  const base = {
    subject: app.credentialId,
    host: host.host,
    check: `A delivery of ${appTitle(app)} that is sent again arrives`,
    links: app.settingsUrl
      ? [{ title: 'Settings of the App', href: app.settingsUrl }]
      : [],
  };
  const client = await context.github.forPlugin('connections').client({
    url: `${host.webUrl}/${app.owner ?? ''}`,
    as: { app: app.credentialId },
    priority: 'person',
    signal,
    retries: 0,
  });
  const list = async () =>
    (await client.request('GET /app/hook/deliveries', { per_page: 20 })).data;

  const [last] = await list();
  if (!last) {
    return [
      {
        ...base,
        status: 'warn',
        cause: 'GitHub has sent nothing yet that it could send again.',
        remedy:
          'Change something in a repository, for example the description, and run this test again.',
      },
    ];
  }
  await client.request('POST /app/hook/deliveries/{delivery_id}/attempts', {
    delivery_id: last.id,
  });
  for (;;) {
    const again = (await list()).find(
      each => each.redelivery && each.guid === last.guid && each.id > last.id,
    );
    if (again) {
      const isGood = again.status_code >= 200 && again.status_code < 300;
      return [
        {
          ...base,
          status: isGood ? 'pass' : 'fail',
          cause: `GitHub sent "${again.event}" again, and got ${again.status_code} ${again.status}.`,
          remedy: isGood
            ? ''
            : `See that GitHub reaches ${
                app.webhook!.expectedUrl
              }, and that both sides have the same webhook secret.`,
        },
      ];
    }
    looks += 1;
    if (looks * LOOK_EVERY_MS >= WAIT_MS) {
      return [
        {
          ...base,
          status: 'fail',
          cause: `GitHub was asked to send "${
            last.event
          }" again, and has not within ${WAIT_MS / 1000} seconds.`,
          remedy:
            'GitHub may be slow: look under "Advanced" on the page of the App in a minute.',
        },
      ];
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}
