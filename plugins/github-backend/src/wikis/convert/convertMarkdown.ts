import path from 'node:path';
import type { Target, Targets } from './createTargets';
import { outsideCode } from './outsideCode';
import { toMkdocsFragment } from './toMkdocsFragment';

const TAG = /(!?)(\\?)\[\[([^[\]\n]{1,1000})\]\]/g;
const DESTINATION =
  /\]\([ \t]*(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200}){0,3})(?=[ \t]*\)|[ \t]+["'(])/g;
const DEFINITION =
  /^( {0,3}\[[^[\]\n]{1,500}\]:[ \t]{1,20})(<[^<>\n]{1,2000}>|\S{1,2000})/gm;
const ATTRIBUTE =
  /(<(?:a|img)\b[^<>]{0,500}?\s(?:href|src)\s{0,5}=\s{0,5})("([^"<>\n]{1,2000})"|'([^'<>\n]{1,2000})')/gi;

/** A page's text with all links and images as a site of MkDocs has them. `docPath` is the page's own place below `docs/`. */
export function convertMarkdown(options: {
  text: string;
  docPath: string;
  targets: Targets;
}): string {
  const { text, docPath, targets } = options;
  const toFile = (target: Target) => hrefOf({ target, from: docPath });
  const toPage = (target: Target) => pageHrefOf({ target, from: docPath });
  const linked = (href: string) => targets.linked(unescaped(href));

  return outsideCode(text.replace(/\r\n?/g, '\n'), part =>
    part
      .replace(DESTINATION, (_whole, dest: string) =>
        dest.startsWith('#')
          ? `](#${toMkdocsFragment(dest).slice(1)}`
          : `](${toFile(linked(dest.replace(/^<|>$/g, '')))}`,
      )
      .replace(DEFINITION, (whole, label: string, dest: string) =>
        // Footnotes look alike.
        label.trimStart().startsWith('[^') || dest.startsWith('#')
          ? whole
          : `${label}${toFile(linked(dest.replace(/^<|>$/g, '')))}`,
      )
      .replace(ATTRIBUTE, (whole, before: string, _quoted, double, single) => {
        const href = (double ?? single) as string;
        return href.startsWith('#')
          ? whole
          : `${before}"${escapeHtml(toPage(linked(unescapeHtml(href))))}"`;
      })
      .replace(TAG, (whole, bang: string, escape: string, inner: string) =>
        escape ? whole : tagOf({ bang, inner, targets, toFile, toPage }),
      ),
  );
}

/** What is between double brackets: a page, a text and a page, an image with options, or a table of contents. */
function tagOf(options: {
  bang: string;
  inner: string;
  targets: Targets;
  toFile(target: Target): string;
  toPage(target: Target): string;
}): string {
  const { bang, inner, targets, toFile, toPage } = options;
  const [first, ...rest] = inner.split('|').map(part => part.trim());
  // TechDocs has its own table of contents beside each page.
  if (/^_TOC_$/i.test(first)) return '';
  if (isImage(first)) {
    const given = Object.fromEntries(
      rest.map(part => {
        const at = part.indexOf('=');
        return at < 0
          ? ['', part]
          : [part.slice(0, at).trim(), part.slice(at + 1)];
      }),
    ) as Record<string, string>;
    const alt = given.alt ?? given[''] ?? '';
    const target = targets.named(first);
    const sizes = ['width', 'height'].flatMap(key =>
      /^\d+(px|em|%)?$/.test(given[key] ?? '')
        ? [` ${key}="${given[key].replace(/px$/, '')}"`]
        : [],
    );
    return sizes.length > 0
      ? `<img src="${escapeHtml(toPage(target))}" alt="${escapeHtml(
          alt,
        )}"${sizes.join('')}>`
      : `![${textOf(alt)}](${toFile(target)})`;
  }
  const name = rest[0] ?? first;
  if (!name) return `${bang}[[${inner}]]`;
  const title = rest.length > 0 ? first : first.replace(/#.*$/, '') || first;
  return `${bang}[${textOf(title)}](${toFile(targets.named(name))})`;
}

function isImage(name: string) {
  return /\.(?:png|jpe?g|gif|svg|webp|bmp|ico|avif)$/i.test(
    name.replace(/[?#].*$/, ''),
  );
}

/** For a link in Markdown: from file to file. */
function hrefOf(options: { target: Target; from: string }): string {
  const { target, from } = options;
  if (target.kind === 'address') return forMarkdown(target.url);
  const relative = path.posix.relative(
    path.posix.dirname(from),
    target.docPath,
  );
  return encodePath(relative) + fragmentOf(target);
}

/** For HTML, which MkDocs leaves as it is: from the page's own address, which is a folder, to the other's. */
function pageHrefOf(options: { target: Target; from: string }): string {
  const { target, from } = options;
  if (target.kind === 'address') return target.url;
  const addressOf = (docPath: string) =>
    docPath.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1');
  const to =
    target.kind === 'page' ? addressOf(target.docPath) : target.docPath;
  const relative = path.posix.relative(`/${addressOf(from)}`, `/${to}`);
  const slash = target.kind === 'page' ? '/' : '';
  return `${encodePath(relative) || '.'}${slash}${fragmentOf(target)}`;
}

function fragmentOf(target: Extract<Target, { kind: 'page' | 'file' }>) {
  return target.kind === 'page'
    ? toMkdocsFragment(target.fragment)
    : target.fragment;
}

function encodePath(relative: string) {
  return forMarkdown(relative.split('/').map(encodeURIComponent).join('/'));
}

function forMarkdown(url: string) {
  return url
    .replace(/[()]/g, one => (one === '(' ? '%28' : '%29'))
    .replace(/[\s<>]/g, encodeURIComponent);
}

function textOf(text: string) {
  return text.replace(/[[\]]/g, '\\$&');
}

/** Backslashes in front of punctuation are not part of an address. */
function unescaped(href: string) {
  return href.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function escapeHtml(text: string) {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function unescapeHtml(text: string) {
  return text.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
}
