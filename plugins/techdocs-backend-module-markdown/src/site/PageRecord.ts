import { PageMeta } from '../markdown/readPageMeta';
import { RenderedPage } from '../markdown/renderPage';

/** A page as it was rendered, and all that it depended on but its own text and the site's settings. */
export interface PageRecord {
  meta: PageMeta;
  rendered: RenderedPage;
  /** What was reported, to be said again when the page is not rendered again. */
  messages: string[];
  /** Each link of the source, with what became of it. */
  links: [href: string, resolved: string][];
  /** Each file that snippets named, with its fingerprint. */
  snippets: [name: string, fingerprint: string][];
}
