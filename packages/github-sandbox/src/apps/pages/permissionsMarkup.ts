import { html } from 'hono/html';
import type { Permissions } from '../../core/state';
import type { Markup } from '../../pages/layout';

/** What an App may do and hears of, as lists. */
export function permissionsMarkup(options: {
  permissions: Permissions;
  events: string[];
}): Markup {
  const { permissions, events } = options;
  return html`<ul>
      ${Object.entries(permissions).map(
        ([name, level]) => html`<li><code>${name}</code> ${level}</li>`,
      )}
    </ul>
    <p>
      ${events.length > 0
        ? html`It hears of ${events.map(event => html`<code>${event}</code> `)}`
        : 'It subscribes to no events.'}
    </p>`;
}
