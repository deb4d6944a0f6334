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
import { codeFence } from './codeFence';
import { contentTabs } from './contentTabs';
import { headings } from './headings';
import { iconShortcodes } from './iconShortcodes';
import { siteLinks } from './siteLinks';

/**
 * The Markdown that `techdocs-core` switches on. Raw HTML passes through: whoever renders
 * with this must sanitise the result.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true })
    .use(abbr)
    .use(deflist)
    .use(emoji, { shortcuts: {} })
    .use(footnote)
    .use(mark)
    .use(sub)
    .use(sup)
    .use(taskLists, { label: true })
    .use(admonition)
    .use(contentTabs)
    .use(attributeLists)
    .use(iconShortcodes)
    .use(headings)
    .use(siteLinks)
    .use(codeFence);
  // Only what is written as a URL becomes a link: `setup.py` and `io.js` are file names.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return markdown;
}
