/**
 * By what a file is found for a location's target: host, owner, name, branch and path. GitHub's owners and names know no upper case, its
 * branches and paths do.
 */
export function targetKeyOf(options: {
  host: string;
  owner: string;
  name: string;
  branch: string;
  path: string;
}): string {
  const { host, owner, name, branch, path } = options;
  return `${`${host}/${owner}/${name}`.toLowerCase()}/${branch}/${path}`;
}
