import { globRoot, matchFiles } from '../files/matchFiles';
import { readTree } from '../files/readTree';
import { resolveInWorkspace } from '../files/workspacePaths';
import type { JobState } from '../job/JobState';

/** The files that a `path` input of several lines names, and the folder that they have in common. */
export async function namedFiles(options: {
  state: JobState;
  path: string;
  includeHidden: boolean;
}): Promise<{ root: string; files: Map<string, Buffer> }> {
  const { state, path, includeHidden } = options;
  const patterns = path
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const negative = line.startsWith('!');
      const full = resolveInWorkspace({
        workspace: state.workspace,
        path: negative ? line.slice(1) : line,
      });
      return negative ? `!${full}` : full;
    });
  const roots = patterns.filter(line => !line.startsWith('!')).map(globRoot);
  const all = new Map<string, Buffer>();
  for (const root of new Set(roots)) {
    for (const [name, content] of await readTree(state.fs, root)) {
      all.set(name, content);
    }
  }
  const found = matchFiles({ paths: all.keys(), patterns }).filter(
    name =>
      includeHidden ||
      !roots.some(root =>
        name.startsWith(root)
          ? /(?:^|\/)\./.test(name.slice(root.length))
          : false,
      ),
  );
  return {
    root: commonFolder(roots.length === 1 && all.has(roots[0]) ? found : roots),
    files: new Map(found.map(name => [name, all.get(name) ?? Buffer.alloc(0)])),
  };
}

/** One file lies in its own folder; several roots in the last folder that holds all of them. */
function commonFolder(paths: string[]): string {
  const [first = '/', ...others] = paths;
  if (others.length === 0 && paths.length === 1) {
    return first;
  }
  const parts = first.split('/');
  let shared = parts.length;
  for (const other of others) {
    const names = other.split('/');
    let at = 0;
    while (at < shared && names[at] === parts[at]) {
      at += 1;
    }
    shared = at;
  }
  return parts.slice(0, shared).join('/') || '/';
}
