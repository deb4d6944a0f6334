/** Base64 in lines of 60 characters, each with its line break, as GitHub sends it. */
export function inLines(base64: string): string {
  return base64.replace(/.{60}/g, '$&\n').replace(/([^\n])$/, '$1\n');
}
