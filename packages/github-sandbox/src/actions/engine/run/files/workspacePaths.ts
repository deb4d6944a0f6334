/** Folders of a hosted Linux runner. */
export const HOME = '/home/runner';
export const TEMP = '/home/runner/work/_temp';
export const TOOL_CACHE = '/opt/hostedtoolcache';

/** Where a repository is checked out: `/home/runner/work/name/name`. */
export function workspaceOf(repository: string): string {
  const name = repository.split('/').at(-1) || 'repository';
  return `/home/runner/work/${name}/${name}`;
}

/** An absolute path from one that a workflow names, which may begin with `~` or be relative to the workspace. */
export function resolveInWorkspace(options: {
  workspace: string;
  path: string;
}): string {
  const { workspace, path } = options;
  const parts: string[] = [];
  for (const part of absolute(workspace, path).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
}

function absolute(workspace: string, path: string): string {
  if (path.startsWith('~')) {
    return `${HOME}${path.slice(1)}`;
  }
  return path.startsWith('/') ? path : `${workspace}/${path}`;
}
