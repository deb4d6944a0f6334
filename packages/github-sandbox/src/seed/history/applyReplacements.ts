import type { SeedReplacement } from '../SeedRepository';

export type ReplacedText =
  | { outcome: 'replaced'; text: string }
  /** The text that was to be replaced is not there; `index` is its place in the list. */
  | { outcome: 'missing'; index: number };

/** Replaces texts one after the other, each where it stands first. */
export function applyReplacements(options: {
  text: string;
  replacements: readonly SeedReplacement[];
}): ReplacedText {
  let { text } = options;
  for (const [index, wanted] of options.replacements.entries()) {
    const at = text.indexOf(wanted.replace);
    if (at === -1) return { outcome: 'missing', index };
    text =
      text.slice(0, at) + wanted.with + text.slice(at + wanted.replace.length);
  }
  return { outcome: 'replaced', text };
}
