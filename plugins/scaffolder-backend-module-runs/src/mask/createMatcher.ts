import type { Form } from './formsOf';

/** Texts are found by the first characters; then compared in full. */
const START = 4;
const BUCKETS = 1 << 16;
/** Fragments take most of the memory. Forms beyond so many of them are found whole only. */
const MOST_WINDOWS = 250_000;

/** Marks in `hit` every character that belongs to a form, or to a fragment of one. `text` is folded (`foldCase`). */
export type Matcher = (options: { text: string; hit: Uint8Array }) => void;

/**
 * Finds many texts at once. Each place of the text costs a look into a table of hashes, whatever the number of forms; only where the first
 * four characters fit is more compared. Fragments are runs of which every window of the fragment's length is a window of the form.
 */
export function createMatcher(forms: Form[]): Matcher {
  const table = new Uint8Array(BUCKETS);
  const whole = new Map<string, Set<string>>();
  const windows = new Map<number, Set<string>>();
  let left = MOST_WINDOWS;
  // Short fragments first: those of the value as it is.
  const ordered = [...forms].sort(
    (a, b) => (a.fragment ?? 0) - (b.fragment ?? 0),
  );
  for (const { text, fragment } of ordered) {
    const start = text.slice(0, START);
    whole.set(start, (whole.get(start) ?? new Set()).add(text));
    table[hashAt(text, 0)] = 1;
    if (fragment === undefined || text.length > left) continue;
    left -= text.length;
    const known = windows.get(fragment) ?? new Set();
    windows.set(fragment, known);
    for (let at = 0; at + fragment <= text.length; at++) {
      const window = text.slice(at, at + fragment);
      if (saysNothing(window)) continue;
      known.add(window);
      table[hashAt(window, 0)] = 1;
    }
  }
  const starts = [...whole].map(
    ([start, texts]) =>
      [start, [...texts].sort((a, b) => b.length - a.length)] as const,
  );
  const byStart = new Map(starts);
  return ({ text, hit }) => {
    for (let at = 0; at + START <= text.length; at++) {
      if (table[hashAt(text, at)] === 0) continue;
      const length = Math.max(
        lengthOfWhole({
          text,
          at,
          texts: byStart.get(text.slice(at, at + START)),
        }),
        lengthOfWindow({ text, at, windows }),
      );
      if (length > 0) hit.fill(1, at, at + length);
    }
  };
}

function lengthOfWhole(options: {
  text: string;
  at: number;
  texts: string[] | undefined;
}) {
  const found = options.texts?.find(each =>
    options.text.startsWith(each, options.at),
  );
  return found?.length ?? 0;
}

function lengthOfWindow(options: {
  text: string;
  at: number;
  windows: Map<number, Set<string>>;
}) {
  const { text, at } = options;
  let longest = 0;
  for (const [length, known] of options.windows) {
    if (length > longest && known.has(text.slice(at, at + length))) {
      longest = length;
    }
  }
  return longest;
}

/** A window that many texts have, so that masking it would hide what is no secret: rules of one character, and how a URL or a PEM begins. */
function saysNothing(window: string) {
  return (
    /^(.)\1*$/s.test(window) ||
    /^-*(begin|end)? ?(rsa |ec |open|openssh )?(private|public)? ?(key)?-*\s*$/.test(
      window,
    ) ||
    /^(https?:\/\/|ttps:\/\/|ttp:\/\/)?(www\.)?$/.test(window)
  );
}

function hashAt(text: string, at: number) {
  return (
    (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
      Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35) ^
      Math.imul(text.charCodeAt(at + 3), 0x27d4eb2f)) >>>
    16
  );
}
