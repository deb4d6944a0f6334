/** A text with the password of a URL in it replaced, for reports that quote a value. */
export function withoutUserInfo(text: string, mask = '<secret>'): string {
  return text.replace(
    /([a-z][\w+.-]*:\/\/[^:/@\s]*):[^@/\s]+@/gi,
    `$1:${mask}@`,
  );
}
