import type { Viewer } from '../access';
import type { GitRepository, PushRefusal, RefChange } from '../git';
import {
  isWorkflowPath,
  mayChangeWorkflows,
} from '../repositories/workflowFiles/mayChangeWorkflows';

const DIRECTORY = '.github/workflows';

/**
 * Why a push that brings workflows is refused to a caller without the right to do so. A file with the same content that another branch has
 * under the same name is nothing new.
 */
export async function refuseWorkflows(options: {
  git: GitRepository;
  viewer: Viewer;
  updates: RefChange[];
}): Promise<PushRefusal | undefined> {
  const { git, viewer, updates } = options;
  if (mayChangeWorkflows(viewer)) return undefined;
  const known = new Set<string>();
  for (const { sha } of await git.listRefs({ prefix: 'refs/heads/' })) {
    for (const file of await workflowsAt(git, sha)) known.add(file);
  }
  for (const { after } of updates) {
    const files = after ? await workflowsAt(git, after) : [];
    const fresh = files.find(file => !known.has(file));
    if (fresh) {
      const path = `${DIRECTORY}/${fresh.split('\0')[0]}`;
      return { reason: reasonFor(viewer, path) };
    }
  }
  return undefined;
}

/** `name\0sha` of each workflow of a commit. */
async function workflowsAt(git: GitRepository, commit: string) {
  const tree = await git.entryAt({ commit, path: DIRECTORY });
  const entries =
    tree?.type === 'tree' ? await git.readTree({ sha: tree.sha }) : [];
  return (entries ?? [])
    .filter(({ path }) => isWorkflowPath(`${DIRECTORY}/${path}`))
    .map(({ path, sha }) => `${path}\0${sha}`);
}

function reasonFor(viewer: Viewer, path: string): string {
  const end = `to create or update workflow \`${path}\` without`;
  if (viewer.kind === 'user' && viewer.token.kind === 'oauth') {
    return `refusing to allow an OAuth App ${end} \`workflow\` scope`;
  }
  if (viewer.kind === 'user' && viewer.token.kind === 'classic') {
    return `refusing to allow a Personal Access Token ${end} \`workflow\` scope`;
  }
  return viewer.kind === 'user' && viewer.token.kind === 'fineGrained'
    ? `refusing to allow a Personal Access Token ${end} \`workflows\` permission`
    : `refusing to allow a GitHub App ${end} \`workflows\` permission`;
}
