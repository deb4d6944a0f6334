/**
 * A PEM block as it was meant: variables often carry one with `\n` for its line breaks, with its line breaks lost to spaces, or as
 * base64. What is none of these comes back as it was, and the check of the type refuses it.
 */
export function toPem(options: { text: string; isBase64: boolean }): string {
  const text = options.isBase64
    ? Buffer.from(options.text, 'base64').toString('utf8')
    : options.text;
  const pem = text
    .replace(/\\+r/g, '')
    .replace(/\\+n/g, '\n')
    .replace(/\\+(?=\n)/g, '')
    .trim();
  const block =
    /^(-----BEGIN [A-Z ]+-----)([^-]+)(-----END [A-Z ]+-----)$/.exec(pem);
  if (!block) {
    return pem;
  }
  const [, begin, body, end] = block;
  return `${begin}\n${body.trim().split(/\s+/).join('\n')}\n${end}\n`;
}
