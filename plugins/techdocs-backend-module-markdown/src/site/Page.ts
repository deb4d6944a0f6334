import { RenderedPage } from '../markdown/renderPage';
import { PageLocation } from './pageUrl';

/** A page of the site before it is laid out. */
export interface Page extends RenderedPage, PageLocation {
  docPath: string;
  /** Whether the source is where `docPath` says, so that an edit link can be made. */
  inDocsDir: boolean;
  /** From the front matter or the first heading; the navigation may say otherwise. */
  title: string;
}
