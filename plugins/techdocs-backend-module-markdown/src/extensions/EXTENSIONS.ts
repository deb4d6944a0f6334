/** How far something of `mkdocs.yml` is honoured. */
export type ExtensionState = 'supported' | 'approximated' | 'ignored';

/** A row of the table in docs/techdocs.md, from which the build log speaks as well. */
export interface Extension {
  kind: 'extension' | 'plugin';
  state: ExtensionState;
  /** What works, or what is different, or why it has no effect. */
  note: string;
  /** Of what is supported, the test that shows it: its file below `src`, and its title. */
  test?: { file: string; title: string };
}

const PAGES = 'markdown/renderPage.test.ts';
const SYNTAX = 'markdown/inlineSyntax.test.ts';
const CODE = 'markdown/code/codeFence.test.ts';

const shown = (note: string, title: string, file = PAGES): Extension => ({
  kind: 'extension',
  state: 'supported',
  note,
  test: { file, title },
});
const nearly = (note: string): Extension => ({
  kind: 'extension',
  state: 'approximated',
  note,
});
const unknown = (note: string): Extension => ({
  kind: 'extension',
  state: 'ignored',
  note,
});
const plugin = (
  state: ExtensionState,
  note: string,
  test?: Extension['test'],
): Extension => ({
  kind: 'plugin',
  state,
  note,
  test,
});

const ADMONITIONS =
  'renders admonitions with a title, without, folded and nested';
const TABLES =
  'renders tables, tasks, footnotes, definitions and abbreviations';

/**
 * What is known of the extensions and plugins of MkDocs, by the names that `mkdocs.yml` gives them. All that
 * `techdocs-core` switches on is on without being named.
 */
export const EXTENSIONS: Record<string, Extension> = {
  admonition: shown('`!!! type "Title"`, `inline`, `end`', ADMONITIONS),
  'pymdownx.details': shown('`??? type "Title"` and `???+`', ADMONITIONS),
  'pymdownx.tabbed': shown(
    '`=== "Title"`, `===!` and `===+`; always in the alternate style',
    'starts another set of tabs at ===! and opens the tab of ===+',
  ),
  'pymdownx.blocks.admonition': nearly('`/// type | Title`, any type'),
  'pymdownx.blocks.details': nearly('`/// details | Title`, `open`, `type`'),
  'pymdownx.blocks.tab': nearly('`/// tab | Title`, `new`, `select`'),
  'pymdownx.blocks.html': nearly(
    '`/// html | div.class` is a `<div>` with the classes, whatever element it names',
  ),
  'pymdownx.blocks.caption': nearly(
    'text under what it belongs to, without numbers',
  ),
  'pymdownx.blocks.definition': unknown('shown as a block of its own'),
  attr_list: shown(
    '`{: #id .class key=value }` after elements, in headings, and on a line of its own',
    'applies attribute lists and leaves other braces alone',
  ),
  abbr: shown('`*[API]: Interface`', TABLES),
  def_list: shown('`:   definition`', TABLES),
  footnotes: shown('`[^1]`', TABLES),
  tables: shown('with alignment', TABLES),
  toc: nearly(
    'anchors with the ids of Python-Markdown, permanent links and the list beside the page; `toc_depth` and `title` have no effect, `[TOC]` is left out',
  ),
  meta: shown(
    'front matter: `title`, `description`, `hide: [toc, navigation]`',
    'reads title, description and what to hide from front matter',
    'site/buildSite.test.ts',
  ),
  fenced_code: shown(
    'with ` ``` ` and `~~~`, `title=`',
    'colours known languages and escapes unknown ones',
    CODE,
  ),
  'pymdownx.superfences': shown(
    'fences in lists, admonitions and tabs; of `custom_fences`, Mermaid',
    'keeps Mermaid as code that an add-on can find',
    CODE,
  ),
  codehilite: shown(
    'by highlight.js; `linenums`',
    'numbers lines unless the site or the block says otherwise',
    CODE,
  ),
  'pymdownx.highlight': shown(
    '`linenums` (on, as in techdocs-core, unless `false`), `hl_lines`, `linenums="1 2"`, `title=`; numbers stand in the line, whatever `linenums_style`',
    'numbers lines unless the site or the block says otherwise',
    CODE,
  ),
  'pymdownx.inlinehilite': shown(
    '`` `#!py x` ``',
    'colours code in a line',
    CODE,
  ),
  'pymdownx.snippets': shown(
    'lines, blocks, sections and ranges, `base_path`, `auto_append`; files inside of the docs folder only, nothing from URLs',
    'puts in files, sections and ranges of lines',
    'snippets/expandSnippets.test.ts',
  ),
  'pymdownx.tasklist': shown('`- [x]`', TABLES),
  'pymdownx.mark': shown('`==mark==`', 'marks, inserts and deletes', SYNTAX),
  'pymdownx.caret': shown(
    '`^^insert^^`, `^superscript^`',
    'marks, inserts and deletes',
    SYNTAX,
  ),
  'pymdownx.tilde': shown(
    '`~~delete~~`, `~subscript~`',
    'marks, inserts and deletes',
    SYNTAX,
  ),
  'pymdownx.keys': shown('`++ctrl+c++`', 'shows keys', SYNTAX),
  'pymdownx.smartsymbols': nearly(
    '`(c)`, `-->`, `=/=`, `+/-`, `c/o`, fractions; not `1st`',
  ),
  'pymdownx.critic': nearly(
    'suggestions within a paragraph, shown as such; `mode` has no effect',
  ),
  'pymdownx.emoji': nearly(
    'the short names of GitHub as characters, `:material-…:` and `:octicons-…:` as icons; other icon sets and custom icons are left out and named',
  ),
  'pymdownx.magiclink': nearly('bare URLs; not `@name` and `#1`'),
  'pymdownx.betterem': shown(
    'underscores inside of words are text',
    'marks, inserts and deletes',
    SYNTAX,
  ),
  md_in_html: nearly(
    '`<div markdown>` whose end tag ends a line; otherwise Markdown in HTML needs blank lines around it',
  ),
  'pymdownx.extra': nearly(
    'the extensions that it stands for, each as in this table',
  ),
  extra: nearly('the extensions that it stands for, each as in this table'),
  sane_lists: nearly('lists follow CommonMark'),
  mdx_truly_sane_lists: nearly('lists follow CommonMark'),
  nl2br: unknown('line breaks in a paragraph stay spaces'),
  smarty: unknown('quotation marks stay as they are written'),
  wikilinks: unknown('`[[page]]` is shown as text'),
  'pymdownx.escapeall': unknown('backslashes follow CommonMark'),
  'pymdownx.progressbar': unknown('shown as text'),
  'pymdownx.arithmatex': unknown(
    'formulas are shown as their source, since scripts of a page do not run',
  ),
  'pymdownx.b64': unknown('images are files of the site anyway'),
  'pymdownx.pathconverter': unknown('links are rewritten anyway'),
  'pymdownx.striphtml': unknown('comments are dropped anyway'),
  'pymdownx.saneheaders': nearly('headings follow CommonMark'),
  plantuml_markdown: unknown(
    'shown as code: it needs a server or Java to draw',
  ),
  markdown_inline_graphviz: unknown('shown as code: it needs Graphviz to draw'),
  mermaid: shown(
    'blocks of `mermaid`, drawn in the browser by the add-on',
    'keeps Mermaid as code that an add-on can find',
    CODE,
  ),
  callouts: shown(
    '`> [!NOTE]`',
    'shows alerts of GitHub as admonitions',
    SYNTAX,
  ),
  'mkdocs-click': unknown('imports code of the repository'),
  mkautodoc: unknown('imports code of the repository'),
  markdown_include: unknown('use snippets'),
  'markdown_include.include': unknown('use snippets'),
  mdx_gh_links: unknown('`@name` and `#1` stay text'),

  'techdocs-core': plugin(
    'supported',
    'what it switches on is on, each as in this table',
    {
      file: 'extensions/reportExtensions.test.ts',
      title: 'takes what techdocs-core switches on as given',
    },
  ),
  search: plugin(
    'supported',
    'the index that the search collator reads; options have no effect',
    {
      file: 'site/buildSite.test.ts',
      title: 'builds a site that the reader and the collator understand',
    },
  ),
  'material/search': plugin('supported', 'as `search`', {
    file: 'site/buildSite.test.ts',
    title: 'builds a site that the reader and the collator understand',
  }),
  redirects: plugin('supported', '`redirect_maps`', {
    file: 'site/buildSite.test.ts',
    title: 'writes redirects that stay on the site',
  }),
  monorepo: plugin(
    'supported',
    '`!include` and `*include` in `nav`, inside of the repository',
    {
      file: 'config/monorepo/readIncludes.test.ts',
      title: 'brings in the sites that the nav includes',
    },
  ),
  'gh-admonitions': plugin('supported', '`> [!NOTE]`', {
    file: SYNTAX,
    title: 'shows alerts of GitHub as admonitions',
  }),
  mermaid2: plugin('supported', 'blocks of `mermaid`', {
    file: CODE,
    title: 'keeps Mermaid as code that an add-on can find',
  }),
  'git-revision-date': plugin('ignored', 'the build does not run git'),
  'git-revision-date-localized': plugin(
    'ignored',
    'the build does not run git',
  ),
  'git-authors': plugin('ignored', 'the build does not run git'),
  'git-committers': plugin('ignored', 'the build does not run git'),
  'awesome-pages': plugin(
    'ignored',
    'without `nav`, the tree of files is the navigation; `.pages` is not read',
  ),
  'literate-nav': plugin('ignored', 'the navigation is `nav`'),
  'section-index': plugin('ignored', 'sections have no page of their own'),
  macros: plugin('ignored', 'runs code of the repository; `{{ }}` stays text'),
  mkdocstrings: plugin('ignored', 'imports code of the repository'),
  autorefs: plugin('ignored', '`[name][]` stays text'),
  minify: plugin('ignored', 'has no effect on what is shown'),
  rss: plugin('ignored', 'there are no feeds'),
  blog: plugin('ignored', 'its pages are pages like others'),
  tags: plugin('ignored', 'there are no lists of tags'),
  glightbox: plugin('ignored', 'scripts of a page do not run'),
  exclude: plugin('ignored', 'use `exclude_docs`'),
};
