const MARK = /[*_\s]/;

/** The text of Markdown, without links, images and marks. */
export function plainText(markdown: string): string {
  const text = markdown
    .replace(/!\[[^[\]]{0,500}\](?:\([^()]{0,2000}\))?/g, '')
    .replace(/\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/\*\*|__|~~|`/g, '');
  let start = 0;
  let end = text.length;
  while (start < end && MARK.test(text[start])) start += 1;
  while (end > start && MARK.test(text[end - 1])) end -= 1;
  return text.slice(start, end).replace(/\\([[\]])/g, '$1');
}
