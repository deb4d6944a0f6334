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
}
