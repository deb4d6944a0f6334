/** A commit's message as GitHub shows it: the first line, at most 72 characters of it, and the rest. */
export function commitTexts(message: string): {
  headline: string;
  body: string;
} {
  const text = message.trimEnd();
  const end = text.indexOf('\n');
  const first = end === -1 ? text : text.slice(0, end);
  const rest = end === -1 ? '' : text.slice(end + 1).replace(/^\n+/, '');
  return first.length <= 72
    ? { headline: first, body: rest }
    : {
        headline: `${first.slice(0, 69)}…`,
        body: `…${first.slice(69)}${rest && `\n\n${rest}`}`,
      };
}
