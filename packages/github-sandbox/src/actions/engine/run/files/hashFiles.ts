import { createHash } from 'node:crypto';
import { matchFiles } from './matchFiles';
import { resolveInWorkspace } from './workspacePaths';

/**
 * The digest that `hashFiles` gives: of the digests of all files that match; empty if none does.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#hashfiles
 */
export function hashFiles(options: {
  workspace: string;
  /** By absolute path. */
  files: ReadonlyMap<string, Buffer>;
  patterns: string[];
}): string {
  const { workspace, files } = options;
  const patterns = options.patterns
    .flatMap(pattern => pattern.split(/\r?\n/))
    .map(pattern => pattern.trim())
    .filter(pattern => pattern !== '')
    .map(pattern => {
      const negative = pattern.startsWith('!');
      const path = resolveInWorkspace({
        workspace,
        path: negative ? pattern.slice(1) : pattern,
      });
      return negative ? `!${path}` : path;
    });
  const found = matchFiles({ paths: files.keys(), patterns });
  if (found.length === 0) {
    return '';
  }
  const digest = createHash('sha256');
  for (const path of found) {
    digest.update(
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest(),
    );
  }
  return digest.digest('hex');
}
