import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sanitizeHtml from 'sanitize-html';
import { createMarkdown } from './createMarkdown';
import { renderPage } from './renderPage';
import { sanitizePage } from './sanitizePage';

const DATA =
  process.env.CALLBOARD_TEST_DATA ??
  path.resolve(__dirname, '../../../../../shared/data');
const DOCS = path.join(DATA, 'docs');

// Written into every place that Markdown has.
const HARMFUL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  // eslint-disable-next-line no-script-url
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '</code></pre><script>alert(1)</script>',
  '&lt;script&gt;&quot;&#34;',
  'md-overlay',
  '--><script>',
  'a\u0000b\u0001c\u2028d',
];
const PLACES: ((text: string) => string)[] = [
  x => `# ${x}\n\n[TOC]\n`,
  x => `[a](<${x}> "${x}") ![${x}](<${x}> '${x}') <${x}>`,
  x => `[a][${x}]\n\n[${x}]: <${x}> (${x})\n`,
  x => `\`${x}\` \`#!py ${x}\` \`#!${x} y\``,
  x =>
    `\`\`\`${x} title="${x}" hl_lines="${x}" linenums="${x}"\n${x}\n\`\`\`\n`,
  x => `\`\`\`{.${x} #${x} title='${x}'}\n${x}\n\`\`\`\n`,
  x => `\`\`\`mermaid ${x}\n${x}\n\`\`\`\n\n    ${x}\n`,
  x => `!!! ${x}\n    y\n\n!!! note ${x} "${x}"\n    ${x}\n`,
  x => `!!! note md-overlay inline\n    ${x}\n\n??? md-header\n    y\n`,
  x => `=== "${x}"\n    ${x}\n\n===+ "b"\n    c\n`,
  x => `/// ${x}\n///\n\n/// note | ${x}\n${x}\n///\n\n/// md-overlay\n///\n`,
  x => `/// html | div.md-x.${x}\n${x}\n///\n\n/// tab | ${x}\n${x}\n///\n`,
  x => `> [!NOTE] ${x}\n> ${x}\n`,
  x => `a[^${x}]\n\n[^${x}]: ${x}\n\nb^[${x}]\n`,
  x => `*[${x}]: ${x}\n\n*[ABC]: ${x}\n\nABC ${x}\n`,
  x => `${x}\n:   ${x}\n`,
  x => `| ${x} | b |\n| :-: | --: |\n| ${x} | ${x} |\n`,
  x => `++${x}+"${x}"++ {++${x}++} {--${x}--} {~~${x}~>${x}~~} {>>${x}<<}`,
  x => `==${x}== ^^${x}^^ ~~${x}~~ H~${x}~ x^${x}^ :${x}: :material-${x}:`,
  x => `- [x] ${x}\n- [ ] ${x}\n\n3. ${x}\n`,
  x => `https://x.example/${x} mailto:a@x.example?${x} http://${x}`,
];

/** The same markup, whatever is in it, in the way that the sanitiser writes it. */
const rewritten = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: false as never,
    parseStyleAttributes: true,
    allowedStyles: { '*': { 'text-align': [/.*/] } },
  });

/** Renders with the sanitiser or without, as the page is, and says whether sanitising would change anything. */
function harm(text: string): string | undefined {
  const { html } = renderPage({
    markdown: createMarkdown(),
    text,
    iframeHosts: [],
    resolveLink: href => href,
    report: () => {},
  });
  // The icons and code that are put in after sanitising.
  const page = html.replace(/<svg xmlns[^]*?<\/svg>/g, '');
  const safe = sanitizePage({ html: page, iframeHosts: [], report: () => {} });
  return rewritten(page).replace(/ data-linenos="[^"]*"/g, '') ===
    rewritten(safe)
    ? undefined
    : `${text}\n=>\n${page}`;
}

describe('attack case 28: pages that are not sanitised need it not', () => {
  it.each(HARMFUL)('with %j in every place of Markdown', text => {
    for (const place of PLACES) {
      expect(harm(place(text))).toBeUndefined();
    }
  });

  it('in real pages', () => {
    if (!existsSync(DOCS)) {
      return;
    }
    const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      // Every tenth is enough to be quick.
      .filter((_, i) => i % 10 === 0);
    expect(pages.length).toBeGreaterThan(40);
    for (const name of pages) {
      expect(harm(readFileSync(path.join(DOCS, name), 'utf8'))).toBeUndefined();
    }
  });
});
