import type { Repository } from '../../core/state';

/** A file that a search for code has found. */
export interface FoundFile {
  repository: Repository;
  path: string;
  sha: string;
  /** Of the first word in the content, where words were looked for there. */
  fragment?: string;
}
