import type { File } from '@actions/workflow-parser/workflows/file';
import type { FileProvider } from '@actions/workflow-parser/workflows/file-provider';
import {
  fileIdentifier,
  type FileReference,
} from '@actions/workflow-parser/workflows/file-reference';
import type { OtherFiles, RepositoryFiles } from '../types';

/** A workflow file that a job calls. */
export interface CalledFile {
  path: string;
  /** Of the repository that holds the file. */
  files: RepositoryFiles;
  /** The same for every call of the file. */
  identity: string;
}

/** Finds what `uses` of a job names; undefined if it is not there. */
export async function findCalledFile(options: {
  uses: string;
  files: RepositoryFiles;
  otherFiles?: OtherFiles;
}): Promise<CalledFile | undefined> {
  const { uses, files, otherFiles } = options;
  if (uses.startsWith('./')) {
    const path = uses.slice(2);
    return files.has(path) ? { path, files, identity: path } : undefined;
  }
  const match = /^([^/@\s]+\/[^/@\s]+)\/([^@\s]+)@(\S+)$/.exec(uses);
  if (!match) {
    return undefined;
  }
  const [, repository, path, ref] = match;
  const found = await otherFiles?.({ repository, ref });
  return found?.has(path) ? { path, files: found, identity: uses } : undefined;
}

/** Gives GitHub's parser the called workflows, so that it checks what they are handed. */
export class CalledFiles implements FileProvider {
  constructor(private readonly files: ReadonlyMap<string, CalledFile>) {}

  async getFileContent(reference: FileReference): Promise<File> {
    const file = this.files.get(fileIdentifier(reference));
    const content = file?.files.get(file.path);
    if (!file || !content) {
      throw new Error('workflow was not found');
    }
    return { name: file.path, content: content.toString('utf8') };
  }
}
