export * from './types';
export { createGitHost } from './createGitHost';
export { checkGit, type GitCheck } from './checkGit';
export {
  commitFiles,
  type CommitFilesOutcome,
  type FileChange,
} from './commitFiles';
export { GitError } from './process/GitError';
export { isValidTreePath } from './trees/isValidTreePath';
export { languages } from './languages';
export { isValidRefName } from './isValidRefName';
export { TreeChangeError } from './TreeChangeError';
