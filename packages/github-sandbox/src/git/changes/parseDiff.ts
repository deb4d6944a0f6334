import { fromBytes } from '../objects/tree';
import { FileDiff } from '../types';

const MAX_PATCH = 1024 * 1024;
const NO_OBJECT = '0'.repeat(40);

interface RawChange {
  status: string;
  path: string;
  previousPath?: string;
  before: string;
  after: string;
}

/** Reads the output of `git diff-tree -z --raw --numstat --patch --full-index`. */
export function parseDiff(output: Buffer): FileDiff[] {
  const text = output.toString('latin1');
  // Raw lines, numbers, an empty field, patches: all files in the same order. A path is never empty.
  const end = /\0\0(?=diff --git |$)/.exec(text)?.index ?? text.length;
  const fields = text.slice(0, end).split('\0');
  const changes = takeRaw(fields);
  const patches = splitPatches(text.slice(end + 2));
  return changes.map(change => {
    const numbers = takeNumbers(fields);
    // A change of type, as from a file to a symbolic link, is a deletion and an addition.
    const count = change.status === 'T' ? 2 : 1;
    const parts = patches.splice(0, count).map(withoutHeader);
    return toFileDiff(change, numbers, parts.filter(Boolean).join('\n'));
  });
}

function takeRaw(fields: string[]): RawChange[] {
  const changes: RawChange[] = [];
  while (fields[0]?.startsWith(':')) {
    const [, , before, after, status] = fields.shift()!.split(' ');
    const moved = status.startsWith('R') || status.startsWith('C');
    const previousPath = moved ? fields.shift() : undefined;
    const path = fields.shift()!;
    changes.push({ status: status[0], path, previousPath, before, after });
  }
  return changes;
}

// `12\t3\tpath`, or `12\t3\t` and two fields with the paths of a move.
function takeNumbers(fields: string[]): string[] {
  const [additions, deletions, path] = (fields.shift() ?? '').split('\t');
  if (path === '') {
    fields.splice(0, 2);
  }
  return [additions, deletions];
}

// Lines of a file start with a blank, plus, minus or backslash, so that this can only be a header.
function splitPatches(text: string): string[] {
  return text.split(/^(?=diff --git )/m).filter(Boolean);
}

function withoutHeader(patch: string): string {
  const start = patch.search(/^@@ /m);
  return start === -1 ? '' : patch.slice(start).replace(/\n$/, '');
}

const STATUS: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

function toFileDiff(
  change: RawChange,
  [added, deleted]: string[],
  patch: string,
): FileDiff {
  const { path, previousPath, before, after } = change;
  const binary = added === '-';
  const additions = binary ? 0 : Number(added);
  const deletions = binary ? 0 : Number(deleted);
  return {
    path: fromBytes(path),
    ...(previousPath && { previousPath: fromBytes(previousPath) }),
    status: STATUS[change.status] ?? 'changed',
    additions,
    deletions,
    changes: additions + deletions,
    binary,
    ...(patch && patch.length <= MAX_PATCH && { patch: fromBytes(patch) }),
    sha: after === NO_OBJECT ? before : after,
    ...(before !== NO_OBJECT && { previousSha: before }),
  };
}
