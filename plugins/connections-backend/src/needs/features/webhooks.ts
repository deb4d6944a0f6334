import { appWebhookSecretKey } from './appWebhookSecretKey';
import { feature } from './feature';

/**
 * Events that GitHub sends. They come by the App's own webhook, which needs no permission beside that of what each event is about, or by
 * one that a person has set up; the portal itself creates none.
 */
export const webhooks = feature({
  id: 'webhooks',
  title: 'Changes at once, by webhooks',
  isOn({ config, host }) {
    const key = config.has('events.modules.github.webhookSecret')
      ? 'events.modules.github.webhookSecret'
      : appWebhookSecretKey({ config, host });
    return key
      ? { on: true, because: `${key} is set` }
      : {
          on: false,
          because: `neither events.modules.github.webhookSecret nor a webhookSecret of an App on ${host} is set`,
        };
  },
  permissions: [],
  scopes: [],
  events: [],
});
