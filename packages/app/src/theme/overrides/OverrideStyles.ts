import type { ColourTokens } from '../tokens';

/** Overrides by the name of a Material UI component; Material UI 4 and 5 type them differently. */
export type Overrides = Record<string, { [key: string]: unknown }>;

/** What the groups of overrides have in common. */
export interface OverrideStyles {
  c: ColourTokens;
  /** A variable, so that a brand's own accent reaches stock pages too. */
  accent: string;
  /** The one border. */
  line: string;
  /** What lies above the page. */
  overlay: object;
  /** Visible keyboard focus. */
  focusRing: object;
  /** One line, cut at its end. */
  truncated: object;
}
