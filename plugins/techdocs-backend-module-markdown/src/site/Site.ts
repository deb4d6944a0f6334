import { MkdocsConfig } from '../config/MkdocsConfig';
import { SnippetSource } from '../snippets/createSnippetSource';

/** A folder with a `mkdocs.yml`: the site that is built, or one that its nav includes. */
export interface Site {
  /** The folder that its pages are below on the site that is built; '' for that itself. */
  alias: string;
  /** The folder of its `mkdocs.yml`. */
  folder: string;
  config: MkdocsConfig;
  snippets: SnippetSource;
}
