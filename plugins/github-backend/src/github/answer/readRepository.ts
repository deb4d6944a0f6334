import type { GraphqlError } from '../graphql/GraphqlAnswer';
import { isRefusal } from '../graphql/isRefusal';
import {
  CODEOWNERS,
  fileAlias,
  HINTS,
  READMES,
} from '../graphql/repositoryFields';
import type { RawObject, RawRepository } from '../graphql/RawRepository';
import type { FileRead, RepositoryRead } from '../RepositoryRead';
import { readFile, type FileAnswer } from './readFile';

import { readHints } from './readHints';

export interface PendingText extends NonNullable<FileAnswer['raw']> {
  /** As it was asked for: `HEAD:catalog-info.yaml`. */
  file: string;
}

/** What an answer says of a repository. */
export type RepositoryAnswer =
  | {
      outcome: 'read';
      repository: RepositoryRead;
      /** Texts that are still to be read by REST. */
      pending: PendingText[];
      /** What is missing, in words. */
      problems: string[];
      /** What may not be read, in words. */
      refused: string[];
    }
  /** A part is missing without which the rest would mislead. */
  | { outcome: 'unknown'; reason: string; isRefused: boolean };

const HINT_ALIASES = new Set([
  ...Object.keys(HINTS),
  ...Object.keys(CODEOWNERS),
  ...Object.keys(READMES),
]);

/**
 * Reads one repository of an answer. `errors` are those of its own fields, with paths from it on; `doubt` says why anything in the answer
 * may be missing. A missing file or hint leaves the rest standing; a missing default branch or topic would look as if there were none.
 */
export function readRepository(options: {
  raw: RawRepository;
  files: string[];
  errors: GraphqlError[];
  doubt?: string;
}): RepositoryAnswer {
  const { raw, files, errors, doubt } = options;
  const called = `${raw.owner?.login ?? '?'}/${raw.name ?? '?'}`;
  const problems: string[] = [];
  const refused: string[] = [];
  const failed = new Map<string, string>();
  for (const error of errors) {
    const field = String(error.path?.[0] ?? '');
    const words = `${called}: GitHub left out ${nameOf(field, files)}: ${
      error.message
    }`;
    if (!isDispensable(field, error.path ?? [])) {
      const isRefused = !doubt && errors.every(isRefusal);
      return { outcome: 'unknown', reason: words, isRefused };
    }
    failed.set(field, error.message);
    (isRefusal(error) ? refused : problems).push(words);
  }

  const read: Record<string, FileRead> = {};
  const pending: PendingText[] = [];
  files.forEach((file, index) => {
    const alias = fileAlias(index);
    const answer = readFile({
      object: raw[alias] as RawObject | null | undefined,
      doubt: failed.get(alias) ?? doubt,
    });
    read[file] = answer.file;
    if (answer.raw) pending.push({ file, ...answer.raw });
  });
  const lacksHints = doubt || [...failed.keys()].some(isHint);
  const { defaultBranchRef: branch } = raw;
  const { target } = branch ?? {};
  return {
    outcome: 'read',
    pending,
    problems,
    refused,
    repository: {
      id: raw.id,
      databaseId: raw.databaseId ?? 0,
      owner: raw.owner.login,
      name: raw.name,
      url: raw.url,
      description: raw.description ?? undefined,
      visibility: raw.visibility.toLowerCase() as RepositoryRead['visibility'],
      isFork: raw.isFork,
      isArchived: raw.isArchived,
      isEmpty: raw.isEmpty,
      topics: (raw.repositoryTopics.nodes ?? []).flatMap(item =>
        item ? [item.topic.name] : [],
      ),
      language: raw.primaryLanguage?.name.toLowerCase(),
      homepage: raw.homepageUrl || undefined,
      hasWiki: raw.hasWikiEnabled,
      pushedAt: raw.pushedAt ?? undefined,
      updatedAt: raw.updatedAt,
      defaultBranch: branch?.name,
      head: target?.committedDate
        ? { oid: target.oid, committedAt: target.committedDate }
        : undefined,
      files: read,
      hints: lacksHints ? undefined : readHints(raw),
    },
  };
}

function isHint(field: string): boolean {
  return HINT_ALIASES.has(field);
}

function isDispensable(
  field: string,
  path: readonly (string | number)[],
): boolean {
  return (
    /^f\d+$/.test(field) ||
    isHint(field) ||
    field === 'primaryLanguage' ||
    (field === 'defaultBranchRef' && path[1] === 'target')
  );
}

/** A field as people know it. */
function nameOf(field: string, files: string[]): string {
  const index = /^f(\d+)$/.exec(field)?.[1];
  if (index !== undefined) return files[Number(index)] ?? field;
  return (
    { ...HINTS, ...CODEOWNERS }[field as keyof typeof HINTS] ??
    (field || 'the repository')
  );
}
