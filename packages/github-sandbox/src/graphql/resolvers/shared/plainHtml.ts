/** A text as HTML: its paragraphs, escaped. GitHub renders Markdown here; the sandbox does not. */
export function plainHtml(text: string | null): string {
  if (!text) return '';
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map(paragraph => `<p dir="auto">${paragraph}</p>`)
    .join('\n');
}
