import { fullNameOf } from '../../../repositories/fullNameOf';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#gollum */
export function gollumPayload(options: PayloadOptions<'gollum'>): PayloadParts {
  const { sandbox, urls, event } = options;
  const { repository, pages } = event;
  const wiki = `${urls.html}/${fullNameOf({ sandbox, repository })}/wiki`;
  return {
    pages: pages.map(({ name, action, sha }) => ({
      page_name: name,
      title: name.replaceAll('-', ' '),
      summary: null,
      action,
      sha,
      html_url: `${wiki}/${encodeURIComponent(name)}`,
    })),
  };
}
