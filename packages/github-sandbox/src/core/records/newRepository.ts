import type { SeedHistory } from '../../git';
import type { Sandbox } from '../Sandbox';
import type { Account, Repository } from '../state';

/** Adds a repository, empty or with the history that `seed` gives when it is first opened. */
export function newRepository(options: {
  sandbox: Sandbox;
  owner: Account;
  name: string;
  seed?: () => Promise<SeedHistory>;
  values?: Partial<Omit<Repository, 'id' | 'ownerId' | 'name'>>;
}): Repository {
  const { sandbox, owner, name, seed, values } = options;
  const now = sandbox.clock.iso();
  const repository = sandbox.state.repositories.insert({
    id: sandbox.nextId(),
    ownerId: owner.id,
    name,
    description: null,
    homepage: null,
    visibility: 'public',
    defaultBranch: 'main',
    archived: false,
    isTemplate: false,
    topics: [],
    parentId: null,
    templateId: null,
    licenseKey: null,
    createdAt: now,
    updatedAt: now,
    pushedAt: seed ? now : null,
    previousNames: [],
    collaborators: [],
    features: { issues: true, projects: true, wiki: true, discussions: false },
    merging: {
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
    },
    vulnerabilityAlerts: true,
    lastIssueNumber: 0,
    secrets: [],
    dependabotSecrets: [],
    variables: [],
    environments: [],
    deployKeys: [],
    autolinks: [],
    pages: null,
    branchProtection: {},
    rulesets: [],
    customProperties: {},
    actions: {
      enabled: true,
      defaultWorkflowPermissions: 'read',
      accessLevel: 'none',
    },
    subscriptions: [],
    ...values,
  });
  sandbox.git.create({
    id: String(repository.id),
    defaultBranch: repository.defaultBranch,
    seed,
  });
  return repository;
}
