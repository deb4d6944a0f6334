import { html } from 'hono/html';
import type { Markup } from './layout';

/** How something went, in a word and a colour. */
export function verdictBadge(options: {
  status: string;
  conclusion: string | null;
}): Markup {
  const { status, conclusion } = options;
  const word = (conclusion ?? status).replaceAll('_', ' ');
  const isBad = /failure|timed|error|cancelled|action required/.test(word);
  const isGood = word === 'success';
  const isBusy = conclusion === null;
  const kind = [isBad && 'bad', isGood && 'good', isBusy && 'busy'].find(
    Boolean,
  );
  return html`<span class="badge ${kind || ''}">${word}</span>`;
}
