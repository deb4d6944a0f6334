import { convertMarkdown } from './convertMarkdown';
import type { Targets } from './createTargets';
import type { Wiki, WikiPage } from './Wiki';

/** A page of the site: under its title, with the wiki's footer, and with a link to where it is edited where the wiki stays its source. */
export function toPageText(options: {
  page: WikiPage;
  wiki: Wiki;
  targets: Targets;
  /** Whether pages go on being edited in the wiki. */
  fromWiki: boolean;
}): string {
  const { page, wiki, targets, fromWiki } = options;
  const { docPath, title, otherFormat } = page;
  const pageUrl = `${wiki.repositoryUrl}/wiki/${encodeURIComponent(page.name)}`;
  const convert = (text: string) =>
    convertMarkdown({ text, docPath, targets }).trim();
  if (otherFormat) {
    return `# ${title}\n\nThis page is written in ${otherFormat}, which is not shown here. [Read it at GitHub](${pageUrl}).\n`;
  }
  const body = convert(
    page.file.content.toString('utf8').replace(/^\uFEFF/, ''),
  );
  const parts = [titled({ body, title })];
  const footer = wiki.footer && convert(wiki.footer);
  if (footer) parts.push('---', footer);
  if (fromWiki) {
    if (!footer) parts.push('---');
    parts.push(`[Edit this page at GitHub](${pageUrl}/_edit)`);
  }
  return `${parts.join('\n\n')}\n`;
}

const FRONT_MATTER = /^---\n[\s\S]{0,10000}?\n---\n/;

/** GitHub shows the title above each page; a page that begins with one of its own keeps that. */
function titled(options: { body: string; title: string }): string {
  const { body, title } = options;
  const front = FRONT_MATTER.exec(body)?.[0] ?? '';
  const text = body.slice(front.length).trimStart();
  const hasTitle =
    /^# |^<h1[\s>]/i.test(text) || /^[^\n]{1,200}\n=+[ \t]*(?:\n|$)/.test(text);
  return `${front}${front && '\n'}${hasTitle ? '' : `# ${title}\n\n`}${text}`;
}
