/** Small letters for A to Z and nothing else: unlike `toLowerCase`, the length of every text stays. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
