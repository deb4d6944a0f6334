import { newRepository } from '../../core/records/newRepository';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Repository, User } from '../../core/state';
import { addDefaultLabels } from '../../issues/labels/addDefaultLabels';
import { forksOf } from '../present/forksOf';
import { freeName } from './freeName';

/** Forks a repository; an account that has a fork of it keeps that one. Throws GitHub's 422 where the name is taken. */
export async function forkRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
  owner: Account;
  sender: User;
  name?: string;
  defaultBranchOnly?: boolean;
}): Promise<Repository> {
  const { sandbox, repository, owner, sender, defaultBranchOnly } = options;
  const existing = forksOf({ sandbox, repository }).find(
    ({ ownerId }) => ownerId === owner.id,
  );
  if (existing) return existing;

  const name = freeName({
    sandbox,
    owner,
    name: options.name ?? repository.name,
  });
  const forkee = newRepository({
    sandbox,
    owner,
    name,
    values: {
      parentId: repository.id,
      description: repository.description,
      homepage: repository.homepage,
      visibility: repository.visibility,
      defaultBranch: repository.defaultBranch,
      licenseKey: repository.licenseKey,
      topics: [...repository.topics],
      pushedAt: repository.pushedAt,
      features: { ...repository.features, issues: false },
    },
  });
  addDefaultLabels({ sandbox, repository: forkee });
  const id = String(forkee.id);
  // The record came with an empty git repository, which nobody has opened yet.
  await sandbox.git.remove({ id });
  await sandbox.git.fork({
    from: String(repository.id),
    id,
    defaultBranchOnly,
  });
  sandbox.changed();
  sandbox.events.emit({ name: 'fork', repository, forkee, sender });
  sandbox.events.emit({
    name: 'repository',
    action: 'created',
    repository: forkee,
    sender,
  });
  return forkee;
}
