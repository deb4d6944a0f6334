import { parseDocument } from 'yaml';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Splits a page into its metadata and its Markdown. Broken metadata is reported, the text kept. */
export function readFrontMatter(options: {
  text: string;
  report: (message: string) => void;
}): { meta: Record<string, unknown>; body: string } {
  const match = FRONT_MATTER.exec(options.text);
  if (!match) {
    return { meta: {}, body: options.text };
  }
  const body = options.text.slice(match[0].length);
  try {
    const document = parseDocument(match[1], { logLevel: 'error' });
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    const meta = document.toJS({ maxAliasCount: 100 });
    return meta && typeof meta === 'object' && !Array.isArray(meta)
      ? { meta, body }
      : // Two rules around a paragraph look the same; then it is text.
        { meta: {}, body: options.text };
  } catch (error) {
    options.report(`front matter ignored: ${(error as Error).message.trim()}`);
    return { meta: {}, body };
  }
}
