import { PageMeta } from '../markdown/readPageMeta';
import { RenderedPage } from '../markdown/renderPage';
import { DocsFile } from './collectDocs';
import { PageLocation } from './pageUrl';

/** A page of the site before it is laid out. */
export interface Page extends RenderedPage, PageLocation {
  docPath: string;
  /** Absent for a page that no file is the source of. */
  source?: DocsFile;
  meta: PageMeta;
  /** From the front matter or the first heading; the navigation may say otherwise. */
  title: string;
}
