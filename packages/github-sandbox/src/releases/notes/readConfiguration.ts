import { parse } from 'yaml';
import type { GitRepository } from '../../git';
import type { Filter, NotesConfiguration } from './NotesConfiguration';

const PLACES = ['.github/release.yml', '.github/release.yaml'];

/** Reads the configuration of generated notes from a commit. https://docs.github.com/repositories/releasing-projects-on-github/automatically-generated-release-notes */
export async function readConfiguration(options: {
  git: GitRepository;
  commit: string;
  /** A file of the caller's own choice. */
  path?: string;
}): Promise<NotesConfiguration> {
  const { git, commit, path } = options;
  for (const place of path ? [path] : PLACES) {
    const entry = await git.entryAt({ commit, path: place });
    const blob =
      entry?.type === 'blob' && (await git.readBlob({ sha: entry.sha }));
    if (blob) return { path: place, ...readChangelog(blob.toString()) };
  }
  return { path: undefined, ...readChangelog('') };
}

function readChangelog(text: string): Omit<NotesConfiguration, 'path'> {
  const { changelog } = parsed(text) ?? {};
  return {
    exclude: readFilter(changelog?.exclude),
    categories: list(changelog?.categories).map(category => ({
      title: String(category.title),
      labels: list(category.labels),
      exclude: readFilter(category.exclude),
    })),
  };
}

function parsed(text: string) {
  try {
    return parse(text);
  } catch {
    // GitHub goes on as if the file were not there.
    return undefined;
  }
}

function readFilter(value: any): Filter {
  return { labels: list(value?.labels), authors: list(value?.authors) };
}

function list(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
