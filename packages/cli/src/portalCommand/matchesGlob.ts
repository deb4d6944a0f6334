/** Whether a glob with `*` and `?` names a repository: by its name, or with a slash in it by `owner/name`. Case does not matter. */
export function matchesGlob(options: {
  glob: string;
  /** `acme/shop`. */
  repository: string;
}): boolean {
  const { glob, repository } = options;
  const subject = glob.includes('/')
    ? repository
    : repository.slice(repository.indexOf('/') + 1);
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'i').test(subject);
}
