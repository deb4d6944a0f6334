import { Slots } from './Slots';

/** A heading of a page, in document order. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** What one rendering carries along; markdown-it hands it to every rule. */
export interface RenderEnv {
  /** Where a link or image of the source leads on the site. */
  resolveLink: (href: string) => string;
  /** Filled while rendering. */
  headings: Heading[];
  /** Sets of content tabs so far, so that each gets ids of its own. */
  tabSets: number;
  /** HTML of our own making, kept out of the sanitiser's way. */
  slots: Slots;
  /** Whether there is HTML that the page's author wrote; shared by all renderings of a page. */
  foreign: { isUsed: boolean };
  /** How often an end was looked for in vain; shared by all renderings of a page. */
  searches: { failed: number };
  /** Names something that could not be rendered as it was meant. */
  report: (message: string) => void;
}
