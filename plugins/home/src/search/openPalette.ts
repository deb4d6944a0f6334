/**
 * Asks the shell for its command palette. A shell that has one listens on `window`, opens it, and calls
 * `preventDefault()`; when nobody does, the caller does without.
 */
export const OPEN_PALETTE_EVENT = 'callboard:open-palette';

export interface OpenPaletteDetail {
  /** What the person has typed already. */
  query: string;
}

/** Returns whether a palette has opened. */
export function openPalette(detail: OpenPaletteDetail): boolean {
  return !window.dispatchEvent(
    new CustomEvent<OpenPaletteDetail>(OPEN_PALETTE_EVENT, {
      detail,
      cancelable: true,
    }),
  );
}
