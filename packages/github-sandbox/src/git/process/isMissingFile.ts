/** Whether an error says that a file is not there (or that a part of its path is a file, or too long for any file). */
export function isMissingFile(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code ?? '');
}
