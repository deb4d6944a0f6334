import fs from 'node:fs';

/** Tells whether files have changed since it was last asked. */
export interface FileWatch {
  changed(): boolean;
}

/**
 * Compares what the system says of files: a replacement, also by the swap of a link above them as Kubernetes does it, is another file. It
 * looks rather than listens, since network drives tell nobody of a change. A file that joins the list later counts from then on.
 */
export function createFileWatch(options: { files: () => string[] }): FileWatch {
  const known = new Map<string, string>();
  const look = (): boolean => {
    let hasChanged = false;
    for (const file of options.files()) {
      const now = stateOf(file);
      hasChanged ||= known.has(file) && known.get(file) !== now;
      known.set(file, now);
    }
    return hasChanged;
  };
  look();
  return { changed: look };
}

function stateOf(file: string): string {
  try {
    const found = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
    return found
      ? [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join()
      : 'missing';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
