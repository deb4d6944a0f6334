import { loadRenderer } from './loadRenderer';

/** A README as HTML that can act on nothing. */
export async function renderReadme(options: {
  text: string;
  /** Its page at GitHub: links are relative to it. */
  url: string;
}): Promise<string> {
  const { text, url } = options;
  const { renderReadme: render } = await loadRenderer();
  return render({
    text,
    resolveLink: href =>
      href.startsWith('#') || !URL.canParse(href, url)
        ? href
        : new URL(href, url).href,
  });
}
