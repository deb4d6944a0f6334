export type BadgeText = 'passing' | 'failing' | 'no status';

const COLOURS: Record<BadgeText, string> = {
  passing: '#2ea44f',
  failing: '#d73a49',
  'no status': '#6a737d',
};
const HEIGHT = 20;
const CHARACTER = 7;

/** A status badge as an SVG picture: what on the left, how on the right. */
export function badge(options: { name: string; text: BadgeText }): string {
  const { name, text } = options;
  const widthOf = (words: string) => words.length * CHARACTER + 14;
  const left = widthOf(name);
  const right = widthOf(text);
  const title = escaped(`${name} - ${text}`);
  const word = (x: number, words: string) =>
    `<text x="${x}" y="14" text-anchor="middle">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${
      left + right
    }" height="${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${left}" height="${HEIGHT}" fill="#444d56"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLOURS[text]}"/>`,
    '<g fill="#fff" font-family="Verdana,sans-serif" font-size="11">',
    word(left / 2, name),
    word(left + right / 2, text),
    '</g></svg>',
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
