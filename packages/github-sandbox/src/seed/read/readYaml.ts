import fs from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseAllDocuments } from 'yaml';
import type { SeedProblem } from '../SeedProblem';
import type { YamlSource } from './YamlSource';

export type YamlFile =
  | { outcome: 'read'; sources: YamlSource[] }
  | { outcome: 'missing' }
  | { outcome: 'invalid'; problems: SeedProblem[] };

/** Reads all documents of a YAML file; `file` is relative to `folder`. */
export async function readYaml(options: {
  folder: string;
  file: string;
}): Promise<YamlFile> {
  const { folder, file } = options;
  let content: string;
  try {
    content = await fs.readFile(path.join(folder, file), 'utf8');
  } catch {
    return { outcome: 'missing' };
  }
  const lines = new LineCounter();
  const parsed = parseAllDocuments(content, { lineCounter: lines });
  const documents = Array.isArray(parsed) ? parsed : [];
  const problems: SeedProblem[] = [];
  const sources: YamlSource[] = [];
  for (const document of documents) {
    problems.push(
      ...document.errors.map(error => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        key: '',
        message: `not valid YAML: ${firstSentence(error.message)}`,
        remedy: 'Correct the line.',
      })),
    );
    if (document.errors.length > 0) continue;
    try {
      const data = document.toJS() ?? undefined;
      sources.push({ file, document, lines, data });
    } catch (error) {
      // An alias of nothing, or one that unfolds without end, shows only here.
      problems.push({
        file,
        line: 1,
        key: '',
        message: `not valid YAML: ${firstSentence((error as Error).message)}`,
        remedy: 'Correct the alias.',
      });
    }
  }
  return problems.length > 0
    ? { outcome: 'invalid', problems }
    : { outcome: 'read', sources };
}

function firstSentence(message: string): string {
  return message.split('\n')[0].replace(/ at line \d+.*$/, '');
}
