/** A name as GitHub makes it of what is asked for: other characters become hyphens, and `.git` at the end goes. */
export function repositoryName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/\.git$/, '');
}
