import { mapOutsideCode } from './mapOutsideCode';

/** `[text](target)` and `![text](target)`, from `](` on. */
const INLINE = /(\]\(\s*)(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)/g;
/** `[name]: target`; a footnote is none. */
const DEFINITION = /^( {0,3}\[[^\]^][^\]]*\]:[ \t]*)(<[^<>\n]*>|\S+)/;
const ATTRIBUTE = /(\s(?:src|href|srcset)\s*=\s*)("[^"<>]*"|'[^'<>]*')/gi;

/** Replaces what links and pictures of a Markdown text name, in Markdown and in HTML, by what `change` gives. */
export function mapTargets(options: {
  text: string;
  change: (target: string) => string;
}): string {
  const { text, change } = options;
  const bare = (target: string) =>
    target.startsWith('<')
      ? `<${change(target.slice(1, -1))}>`
      : change(target);
  return mapOutsideCode({
    text,
    change: part =>
      part
        .replace(INLINE, (_, before, target) => before + bare(target))
        .replace(DEFINITION, (_, before, target) => before + bare(target))
        .replace(
          ATTRIBUTE,
          (_, before, quoted) =>
            before + quoted[0] + change(quoted.slice(1, -1)) + quoted[0],
        ),
  });
}
