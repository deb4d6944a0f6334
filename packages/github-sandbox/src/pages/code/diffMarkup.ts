import { html } from 'hono/html';
import type { FileDiff } from '../../git';
import type { Markup } from '../layout';

const CLASSES: Record<string, string> = { '+': 'plus', '-': 'minus' };

/** Changed files, each with its patch. */
export function diffMarkup(files: FileDiff[]): Markup {
  return html`${files.map(
    file => html`<details open>
      <summary>
        ${file.previousPath ? html`${file.previousPath} → ` : ''}${file.path}
        <span class="soft">+${file.additions} −${file.deletions}</span>
      </summary>
      ${file.patch === undefined
        ? html`<p class="soft">No text.</p>`
        : html`<pre>${file.patch.split('\n').map(lineMarkup)}</pre>`}
    </details>`,
  )}`;
}

function lineMarkup(line: string): Markup {
  return html`<span class="${CLASSES[line[0]] ?? ''}">${line}${'\n'}</span>`;
}
