import { roleOf } from '../../access';
import { newRepository } from '../../core/records/newRepository';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Repository, User } from '../../core/state';
import { addDefaultLabels } from '../../issues/labels/addDefaultLabels';
import { creationFailed } from './creationFailed';
import { firstCommit, firstFiles } from './firstCommit';
import { freeName } from './freeName';
import { readSettings } from './readSettings';

/** What GitHub has for a repository about which nothing is said. */
const MERGING: Repository['merging'] = {
  allowMergeCommit: true,
  allowSquashMerge: true,
  allowRebaseMerge: true,
  allowAutoMerge: false,
  deleteBranchOnMerge: false,
  allowUpdateBranch: false,
  squashMergeCommitTitle: 'COMMIT_OR_PR_TITLE',
  squashMergeCommitMessage: 'COMMIT_MESSAGES',
  mergeCommitTitle: 'MERGE_MESSAGE',
  mergeCommitMessage: 'PR_TITLE',
  webCommitSignoffRequired: false,
};

/**
 * Makes a repository of a body as POST takes it, with its first commit where one is asked for. Who may do so is asked before. Throws
 * GitHub's 422. https://docs.github.com/rest/repos/repos#create-an-organization-repository
 */
export async function createRepository(options: {
  sandbox: Sandbox;
  owner: Account;
  sender: User;
  body: Record<string, any>;
}): Promise<Repository> {
  const { sandbox, owner, sender, body } = options;
  const name = freeName({ sandbox, owner, name: body.name });
  const files = firstFiles({
    body,
    name,
    owner: owner.name ?? owner.login,
    year: sandbox.clock.now().getUTCFullYear(),
  });
  const settings = readSettings({
    body,
    merging: MERGING,
    features: { issues: true, projects: true, wiki: true, discussions: false },
  });
  if (settings.visibility === 'internal' && owner.kind === 'user') {
    throw creationFailed({
      field: 'visibility',
      message:
        'Only organization-owned repositories can have internal visibility',
    });
  }
  const repository = newRepository({
    sandbox,
    owner,
    name,
    values: {
      ...settings,
      licenseKey: body.license_template ?? null,
      customProperties: body.custom_properties ?? {},
    },
  });
  addDefaultLabels({ sandbox, repository });
  const team = sandbox.state.teams.get(Number(body.team_id));
  if (team && team.organisationId === owner.id) {
    team.repositories.push({
      repositoryId: repository.id,
      permission: 'push',
    });
  }
  // Whoever makes a repository administers it, also where the organisation gives little.
  const isAdmin = roleOf({ sandbox, user: sender, repository }) === 'admin';
  if (sender.type === 'User' && !isAdmin) {
    repository.collaborators.push({ userId: sender.id, permission: 'admin' });
  }
  sandbox.changed();
  sandbox.events.emit({
    name: 'repository',
    action: 'created',
    repository,
    sender,
  });
  if (Object.keys(files).length > 0) {
    await firstCommit({ sandbox, repository, sender, files });
  }
  return repository;
}
