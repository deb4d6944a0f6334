import { html } from 'hono/html';
import type { TreeEntry } from '../../git';
import type { Markup } from '../layout';

/** The entries of a folder, folders first. */
export function treeMarkup(options: {
  /** `owner/name` */
  name: string;
  ref: string;
  /** Of the folder; empty for the root. */
  path: string;
  entries: TreeEntry[];
}): Markup {
  const { name, ref, path, entries } = options;
  const sorted = [...entries].sort(
    (a, b) =>
      Number(b.type === 'tree') - Number(a.type === 'tree') ||
      a.path.localeCompare(b.path),
  );
  return html`<ul class="plain" aria-label="Files">
    ${path
      ? html`<li>
          <a href="${address(name, 'tree', ref, parentOf(path))}">..</a>
        </li>`
      : ''}
    ${sorted.map(entry => {
      const kind = entry.type === 'tree' ? 'tree' : 'blob';
      const full = path ? `${path}/${entry.path}` : entry.path;
      return html`<li>
        <a href="${address(name, kind, ref, full)}"
          >${entry.path}${entry.type === 'tree' ? '/' : ''}</a
        >
      </li>`;
    })}
  </ul>`;
}

/** `/owner/name/blob/main/docs/a.md`, encoded part by part. */
export function address(
  name: string,
  kind: 'tree' | 'blob' | 'edit' | 'commits' | 'raw',
  ref: string,
  path: string,
): string {
  const parts = [...ref.split('/'), ...(path ? path.split('/') : [])];
  return `/${name}/${kind}/${parts.map(encodeURIComponent).join('/')}`;
}

function parentOf(path: string) {
  return path.split('/').slice(0, -1).join('/');
}
