/** Whether a path is a pattern of files, by the characters that stock's URL reader takes for one. */
export function hasWildcards(path: string): boolean {
  return /[*?]|[{[].*[}\]]|[!@+]\(/.test(path);
}
