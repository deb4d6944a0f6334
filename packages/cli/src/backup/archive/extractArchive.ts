import fs from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import {
  type BackupEntry,
  type BackupManifest,
  MANIFEST_FILE,
} from '../BackupManifest';
import { refuse } from '../refuse';
import { listEntries } from './listEntries';
import { unreadable } from './readManifest';

/** Types of entries that a backup holds. Everything else is left in the archive and then found missing or too much. */
const TYPES = new Set(['File', 'OldFile', 'Directory', 'SymbolicLink']);

/**
 * Unpacks a backup into `folder` and checks that it holds exactly what its manifest lists, with the same checksums.
 * Throws a `ProblemsError` that names what differs.
 */
export async function extractArchive(options: {
  file: string;
  folder: string;
  manifest: BackupManifest;
}): Promise<void> {
  const { file, folder, manifest } = options;
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      preserveOwner: false,
      noMtime: true,
      filter: (_path, entry) => !('type' in entry) || TYPES.has(entry.type),
    });
  } catch (error) {
    throw unreadable({ file, error });
  }
  await fs.rm(path.join(folder, MANIFEST_FILE));

  const differences = compare({
    expected: manifest.entries,
    actual: await listEntries(folder),
  });
  if (differences.length > 0) {
    throw refuse({
      problem: 'the backup is damaged or has been changed',
      where: file,
      cause: summarise(differences),
      remedy:
        'copy the file again from where it was made, or take another backup',
    });
  }
  await applyModes({ folder, entries: manifest.entries });
}

function compare(options: { expected: BackupEntry[]; actual: BackupEntry[] }) {
  const actual = new Map(options.actual.map(entry => [entry.path, entry]));
  const differences: string[] = [];
  for (const entry of options.expected) {
    const found = actual.get(entry.path);
    actual.delete(entry.path);
    if (!found) {
      differences.push(`${entry.path} is missing`);
    } else if (contentOf(found) !== contentOf(entry)) {
      differences.push(
        `${entry.path} does not have the content that was backed up`,
      );
    }
  }
  return [
    ...differences,
    ...[...actual.keys()].map(name => `${name} is not listed in the manifest`),
  ];
}

function contentOf(entry: BackupEntry) {
  switch (entry.type) {
    case 'file':
      return `file ${entry.size} ${entry.sha256}`;
    case 'link':
      return `link ${entry.target}`;
    default:
      return entry.type;
  }
}

function summarise(differences: string[]) {
  const shown = differences.slice(0, 5);
  const more = differences.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** Exactly the modes of the backup, whatever mask this process has. Deepest first: a folder may become read-only. */
async function applyModes(options: { folder: string; entries: BackupEntry[] }) {
  for (const entry of [...options.entries].reverse()) {
    if (entry.type !== 'link') {
      await fs.chmod(path.join(options.folder, entry.path), entry.mode & 0o777);
    }
  }
}
