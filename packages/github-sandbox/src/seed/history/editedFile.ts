import type { SeedReplacement } from '../SeedRepository';
import { applyReplacements } from './applyReplacements';
import type { HistoryDraft } from './buildHistory';

/** A file with texts replaced. Where one is not there, tells so, and answers the file without the change. */
export function editedFile(options: {
  draft: HistoryDraft;
  file: { content: string | Buffer; executable?: boolean };
  replacements: readonly SeedReplacement[];
  /** Where the replacements stand in the settings. */
  path: Array<string | number>;
}): { content: string; executable?: boolean } {
  const { draft, file, replacements, path } = options;
  const text = file.content.toString();
  const replaced = applyReplacements({ text, replacements });
  if (replaced.outcome === 'replaced') {
    return { ...file, content: replaced.text };
  }
  draft.fault({
    path: [...path, replaced.index, 'replace'],
    message: 'this text is not in the file',
    remedy: 'Copy the text from the file, with its spaces and line ends.',
  });
  return { ...file, content: text };
}
