/** An entry of the navigation: a page below `docs/`, an address elsewhere, or a section. */
export type NavEntry =
  | { title: string; docPath: string }
  | { title: string; url: string }
  | { title: string; entries: NavEntry[] };
