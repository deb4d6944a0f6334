import { RenderedPage } from '../markdown/renderPage';
import { PageLocation } from './pageUrl';

/** A page of the site before it is laid out. */
export interface Page extends RenderedPage, PageLocation {
  docPath: string;
  /** From the front matter or the first heading; the navigation may say otherwise. */
  title: string;
}
