/** The emojis that people write most, by their code point. GitHub has about 1,900. */
const POINTS: Record<string, string> = {
  '+1': '1f44d',
  '-1': '1f44e',
  bug: '1f41b',
  confused: '1f615',
  eyes: '1f440',
  fire: '1f525',
  heart: '2764',
  hooray: '1f389',
  laughing: '1f606',
  memo: '1f4dd',
  rocket: '1f680',
  sparkles: '2728',
  tada: '1f389',
  warning: '26a0',
  white_check_mark: '2705',
};

/** Addresses of pictures by name, as `GET /emojis` has them. The pictures are GitHub's own. */
export function emojis(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(POINTS).map(([name, point]) => [
      name,
      `https://github.githubassets.com/images/icons/emoji/unicode/${point}.png?v8`,
    ]),
  );
}
