import { readFile, stat } from 'node:fs/promises';
import { resolveInside } from '../site/resolveInside';

const LINE = /^([ \t]*)-{1,}8<-{1,}[ \t]+(["'])(.+?)\2[ \t]*$/;
const ESCAPED = /^([ \t]*);(-{1,}8<-{1,}.*)$/;
const MAX_DEPTH = 5;
const MAX_SNIPPETS = 200;
const MAX_BYTES = 1_000_000;

/**
 * Puts in the files that `--8<-- "path"` names, relative to `inputDir`, as pymdownx.snippets
 * does. URLs, hidden files, parts of files and anything outside are left out and reported.
 */
export async function expandSnippets(options: {
  text: string;
  inputDir: string;
  report: (message: string) => void;
}): Promise<string> {
  const { inputDir, report } = options;
  let used = 0;

  const read = async (name: string, depth: number) => {
    const refused = (reason: string) => ({
      outcome: 'refused' as const,
      reason,
    });
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
      return refused('files of other hosts are never fetched');
    }
    if (name.split('/').some(part => /^\.[^./]/.test(part))) {
      return refused('hidden files are not part of the documentation');
    }
    used += 1;
    if (depth >= MAX_DEPTH || used > MAX_SNIPPETS) {
      return refused('too many snippets, or one that contains itself');
    }
    const file = await resolveInside({ root: inputDir, path: name });
    if (file.outcome === 'outside') {
      return refused('it is outside of the documentation folder');
    }
    if (file.outcome === 'missing') {
      return refused('there is no such file');
    }
    const stats = await stat(file.path);
    if (!stats.isFile() || stats.size > MAX_BYTES) {
      return refused(`it is not a file of at most ${MAX_BYTES} bytes`);
    }
    const text = await readFile(file.path, 'utf8');
    return { outcome: 'read' as const, text: text.replace(/\r\n?/g, '\n') };
  };

  const expand = async (text: string, depth: number): Promise<string> => {
    if (!text.includes('8<')) {
      return text;
    }
    const lines: string[] = [];
    for (const line of text.split('\n')) {
      const match = LINE.exec(line);
      if (!match) {
        lines.push(line.replace(ESCAPED, '$1$2'));
        continue;
      }
      const [, indent, , name] = match;
      const snippet = await read(name, depth);
      if (snippet.outcome === 'refused') {
        report(`snippet '${name}' left out: ${snippet.reason}`);
        continue;
      }
      const body = await expand(snippet.text, depth + 1);
      lines.push(
        ...body
          .replace(/\n$/, '')
          .split('\n')
          .map(l => indent + l),
      );
    }
    return lines.join('\n');
  };

  return expand(options.text, 0);
}
