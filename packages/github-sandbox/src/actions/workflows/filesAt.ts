import type { Sandbox } from '../../core/Sandbox';
import { findRepository } from '../../core/names/findRepository';
import type { Repository } from '../../core/state';
import type { GitRepository } from '../../git';
import { openGit } from '../../repositories/openGit';
import type { OtherFiles, RepositoryFiles } from '../engine';

const WORKFLOWS = '.github/workflows';

/** Whether a commit has workflows that may start for an event: whose text has its name, or that are there at all. */
export async function hasWorkflows(options: {
  git: GitRepository;
  sha: string;
  event?: string;
}): Promise<boolean> {
  const { event = '' } = options;
  const files = await workflowFilesAt(options);
  return [...files.values()].some(content => content.includes(event));
}

/** The workflow files of a commit: all that planning a run reads. Empty where there are none. */
export async function workflowFilesAt(options: {
  git: GitRepository;
  sha: string;
}): Promise<RepositoryFiles> {
  const { git, sha } = options;
  const folder = await git.entryAt({ commit: sha, path: WORKFLOWS });
  return folder?.type === 'tree'
    ? read({ git, sha: folder.sha, prefix: `${WORKFLOWS}/` })
    : new Map();
}

/** All files of a repository at a ref; undefined if there is no such commit. */
export async function filesAt(options: {
  sandbox: Sandbox;
  repository: Repository;
  ref: string;
}): Promise<RepositoryFiles | undefined> {
  const { ref } = options;
  const git = await openGit(options);
  const commit = await git.resolve({ expression: ref, type: 'commit' });
  return commit && read({ git, sha: commit.sha, prefix: '', recursive: true });
}

/**
 * Reads other repositories on behalf of one: public ones, and those of the same owner. Private ones have to allow it.
 * https://docs.github.com/rest/actions/permissions#set-the-level-of-access-for-workflows-outside-of-the-repository
 */
export function otherFilesFor(options: {
  sandbox: Sandbox;
  repository: Repository;
}): OtherFiles {
  const { sandbox } = options;
  return async ({ repository: fullName, ref }) => {
    const [owner, name] = fullName.split('/');
    const found = findRepository({ sandbox, owner, name });
    if (found.outcome === 'missing') return undefined;
    const { repository } = found;
    const mayRead =
      repository.visibility === 'public' ||
      (repository.ownerId === options.repository.ownerId &&
        (repository.visibility === 'internal' ||
          repository.actions.accessLevel !== 'none'));
    return mayRead ? filesAt({ sandbox, repository, ref }) : undefined;
  };
}

async function read(options: {
  git: GitRepository;
  sha: string;
  prefix: string;
  recursive?: boolean;
}): Promise<RepositoryFiles> {
  const { git, sha, prefix, recursive = false } = options;
  const entries = (await git.readTree({ sha, recursive })) ?? [];
  const files = await Promise.all(
    entries
      .filter(({ type }) => type === 'blob')
      .map(async entry => {
        const content = await git.readBlob({ sha: entry.sha });
        return [`${prefix}${entry.path}`, content ?? Buffer.alloc(0)] as const;
      }),
  );
  return new Map(files);
}
