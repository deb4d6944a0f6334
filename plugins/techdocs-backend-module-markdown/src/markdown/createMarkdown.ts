import MarkdownIt from 'markdown-it';
import abbr from 'markdown-it-abbr';
import deflist from 'markdown-it-deflist';
import { full as emoji } from 'markdown-it-emoji';
import footnote from 'markdown-it-footnote';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import taskLists from 'markdown-it-task-lists';
import { admonition } from './admonition';
import { attributeLists } from './attributeLists';
import { blocks } from './blocks';
import { codeFence } from './code/codeFence';
import { inlineCode } from './code/inlineCode';
import { contentTabs } from './contentTabs';
import { critic } from './critic';
import { foreignHtml } from './foreignHtml';
import { githubAlerts } from './githubAlerts';
import { headings } from './headings';
import { iconShortcodes } from './icons/iconShortcodes';
import { insert } from './insert';
import { keys } from './keys';
import { mdInHtml } from './mdInHtml';
import { siteLinks } from './siteLinks';
import { smartSymbols } from './smartSymbols';

/** What a site says of its Markdown. */
export interface MarkdownOptions {
  /** Whether code has line numbers unless a block says otherwise; `techdocs-core` switches them on. */
  lineNumbers: boolean;
  smartSymbols: boolean;
}

/** What holds where `mkdocs.yml` says nothing: the settings of `techdocs-core`. */
export const DEFAULT_MARKDOWN: MarkdownOptions = {
  lineNumbers: true,
  smartSymbols: true,
};

/**
 * The Markdown that `techdocs-core` switches on. Raw HTML passes through: whoever renders with this must sanitise the
 * result when `foreign` of the environment says so.
 */
export function createMarkdown(
  options: MarkdownOptions = DEFAULT_MARKDOWN,
): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true })
    .use(abbr)
    .use(deflist)
    .use(emoji, { shortcuts: {} })
    .use(footnote)
    .use(mark)
    .use(sub)
    .use(sup)
    .use(insert)
    .use(critic)
    .use(keys)
    .use(taskLists, { label: true })
    .use(admonition)
    .use(contentTabs)
    .use(blocks)
    .use(mdInHtml)
    .use(githubAlerts)
    .use(attributeLists)
    .use(iconShortcodes)
    .use(headings)
    .use(siteLinks)
    .use(codeFence, options)
    .use(inlineCode)
    .use(foreignHtml);
  if (options.smartSymbols) {
    markdown.use(smartSymbols);
  }
  // Only what is written as a URL becomes a link: `setup.py` and `io.js` are file names.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return markdown;
}
