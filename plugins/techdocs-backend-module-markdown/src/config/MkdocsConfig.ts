import { MarkdownOptions } from '../markdown/createMarkdown';
import { SnippetSettings } from './readExtensions';

/** A line of the `nav` of `mkdocs.yml`, as written. */
export type NavEntry =
  | { type: 'page'; path: string; title?: string }
  | { type: 'link'; url: string; title?: string }
  | { type: 'section'; title: string; entries: NavEntry[] }
  | { type: 'include'; path: string; isPattern: boolean; title?: string };

/** The part of `mkdocs.yml` that is honoured, checked and with defaults. */
export interface MkdocsConfig {
  /** The name of the file that it was read from. */
  file: string;
  siteName: string;
  siteDescription: string;
  /** Relative to the folder of `mkdocs.yml`, `/` between parts. */
  docsDir: string;
  /** Absent when the site wants the file tree as its navigation. */
  nav?: NavEntry[];
  repoUrl?: string;
  editUri?: string;
  editUriTemplate?: string;
  /** `a.md` becomes `a/index.html` rather than `a.html`. */
  useDirectoryUrls: boolean;
  /** Patterns in the syntax of `.gitignore`, relative to `docsDir`. */
  excludeDocs: string;
  /** Old page to new page or URL, from the `redirects` plugin. */
  redirects: Record<string, string>;
  markdown: MarkdownOptions;
  snippets: SnippetSettings;
}
