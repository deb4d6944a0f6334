/** A text that begins a sentence: `the token` as `The token`. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}
