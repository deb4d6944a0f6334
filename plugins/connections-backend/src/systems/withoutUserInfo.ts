/** A text with names and passwords taken out of the URLs in it. */
export function withoutUserInfo(text: string): string {
  return text.replace(/([a-z][\w+.-]*:\/\/)[^/@\s]+@/gi, '$1');
}
