/** Whether a text is a full SHA-1: 40 hexadecimal digits in lower case. */
export function isSha(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
