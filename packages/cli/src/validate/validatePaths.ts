import { resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { positionOf } from '@callboard/template-check';
import { checkDocument } from './checkDocument';
import { collectFiles, FileToCheck } from './collectFiles';
import { readDocuments, ReadResult } from './readDocuments';
import { skeletonFolders } from './skeletonFolders';
import { Problem, ValidationReport } from './ValidationReport';

/**
 * Checks entity files as the catalog of stock Backstage 1.55 would, without a portal and without network, and reports
 * every problem of every file.
 *
 * @throws InputError when a path does not exist.
 */
export async function validatePaths(options: {
  /** Files and folders, relative to `cwd` or absolute. */
  paths: string[];
  cwd?: string;
  /** Kinds that the portal has a processor for, beyond the stock ones. */
  allowedKinds?: string[];
}): Promise<ValidationReport> {
  const { paths, cwd = process.cwd(), allowedKinds = [] } = options;
  const collected = await collectFiles({ paths, cwd: resolve(cwd) });
  if (collected.missing.length > 0) {
    throw new InputError(
      `No such file or folder: ${collected.missing.join(
        ', ',
      )}. Give paths of entity files, or of folders that hold some.`,
    );
  }

  const read: (FileToCheck & ReadResult)[] = [];
  for (const file of collected.files) {
    read.push({ ...file, ...(await readDocuments(file)) });
  }
  const skeletons = read.flatMap(({ path, documents }) =>
    documents.flatMap(document => skeletonFolders({ document, from: path })),
  );
  const isSkeleton = ({ path, named }: FileToCheck) =>
    !named && skeletons.some(folder => path.startsWith(folder + sep));

  const report: ValidationReport = {
    ok: true,
    files: 0,
    entities: 0,
    urlsNotFetched: 0,
    problems: [],
    skipped: collected.skipped,
  };
  const firstSeen = new Map<string, string>();
  for (const file of read) {
    if (isSkeleton(file)) {
      report.skipped.push({
        file: file.file,
        reason: 'in a folder that a template fetches from',
      });
      continue;
    }
    report.files += 1;
    const problems: Problem[] = [...file.problems];
    for (const document of file.documents) {
      const checked = await checkDocument({
        document,
        from: file.path,
        allowedKinds,
      });
      problems.push(...checked.problems);
      report.urlsNotFetched += checked.urls;
      const { entityRef } = checked;
      if (!entityRef) {
        continue;
      }
      report.entities += 1;
      const position = positionOf({ document, path: ['metadata', 'name'] });
      const first = firstSeen.get(entityRef);
      if (first) {
        problems.push({
          level: 'error',
          rule: 'duplicate',
          file: file.file,
          ...position,
          document: document.number,
          entity: entityRef,
          message: `${entityRef} is defined already, in ${first}.`,
          remedy:
            'Remove one of the two, or give one another name or namespace. A catalog keeps only one of them.',
          costs: 'entity',
        });
      } else {
        firstSeen.set(entityRef, `${file.file}:${position.line}`);
      }
    }
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    report.problems.push(...problems);
  }
  report.skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
  report.ok = report.problems.every(({ level }) => level !== 'error');
  return report;
}
