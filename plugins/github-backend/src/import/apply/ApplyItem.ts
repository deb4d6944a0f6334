import type { ImportItem } from '@callboard/plugin-github-common';

/** What became of one repository. */
export type Applied =
  | { status: 'registered' | 'pull-request'; url: string }
  /** Something else is so than when the plan was made; `reason` is for people. */
  | { status: 'skipped'; reason: string; url?: string };

/**
 * Applies one item of a plan. Doing it twice does no harm: what is there is found and reported. Throws what GitHub or the catalog throws.
 */
export type ApplyItem = (options: {
  host: string;
  organisation: string;
  item: ImportItem;
}) => Promise<Applied>;
