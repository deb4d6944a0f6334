/** Whether a value is one of some words. */
export function isOneOf<Word>(
  words: readonly Word[],
  value: unknown,
): value is Word {
  return words.some(word => word === value);
}
