import fs from 'node:fs';
import path from 'node:path';
import { PORTAL_LOCK_FILE } from '../../dataDirectory/portalLock';
import { refuse } from '../refuse';

/** A swap that has been made and can be taken back. */
export interface Swap {
  /** Where the former content is now; undefined when there was none. */
  previous?: string;
  undo(): void;
}

/**
 * Puts `source` in the place of the data directory and keeps what was there. Synchronous, so that no signal comes between.
 *
 * Normally these are two renames. Where the data directory is a mount point, as in a container, it cannot be renamed: there its
 * entries move into a folder inside it. `source` must lie on the same file system.
 */
export function swapDirectory(options: {
  data: string;
  source: string;
  stamp: string;
  inside: boolean;
}): Swap {
  const { data, source, stamp, inside } = options;
  return inside
    ? swapEntries({ data, source, aside: `before-restore-${stamp}` })
    : swapFolders({ data, source, aside: `${data}.before-restore-${stamp}` });
}

function swapFolders(options: { data: string; source: string; aside: string }) {
  const { data, source, aside } = options;
  const moves: Move[] = [
    ...(fs.existsSync(data) ? [{ from: data, to: aside }] : []),
    { from: source, to: data },
  ];
  makeMoves(moves);
  return {
    previous: moves.length === 2 ? aside : undefined,
    undo: () => makeMoves(reverse(moves)),
  };
}

function swapEntries(options: { data: string; source: string; aside: string }) {
  const { data, source } = options;
  const aside = path.join(data, options.aside);
  const old = fs
    .readdirSync(data)
    .filter(
      name =>
        !/^\.?restoring-|^before-restore-|^lost\+found$/.test(name) &&
        !name.startsWith(PORTAL_LOCK_FILE),
    );
  const fresh = readNames(source);
  if (old.length > 0) {
    fs.mkdirSync(aside);
  }
  const moves: Move[] = [
    ...old.map(name => ({
      from: path.join(data, name),
      to: path.join(aside, name),
    })),
    ...fresh.map(name => ({
      from: path.join(source, name),
      to: path.join(data, name),
    })),
  ];
  makeMoves(moves);
  return {
    previous: old.length > 0 ? aside : undefined,
    undo() {
      makeMoves(reverse(moves));
      fs.rmSync(aside, { recursive: true, force: true });
    },
  };
}

function readNames(folder: string) {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    throw notReplaced(error);
  }
}

interface Move {
  from: string;
  to: string;
}

/** Makes all moves, or none: when one fails, those before it are taken back. */
function makeMoves(moves: Move[]) {
  const made: Move[] = [];
  try {
    for (const move of moves) {
      fs.renameSync(move.from, move.to);
      made.push(move);
    }
  } catch (error) {
    for (const { from, to } of reverse(made)) {
      fs.renameSync(from, to);
    }
    throw notReplaced(error);
  }
}

function notReplaced(error: unknown) {
  return refuse({
    problem: 'the data directory could not be replaced',
    cause: (error as Error).message,
    remedy:
      'check who may write there, and that no folder of that name is in the way',
  });
}

function reverse(moves: Move[]): Move[] {
  return [...moves].reverse().map(({ from, to }) => ({ from: to, to: from }));
}
