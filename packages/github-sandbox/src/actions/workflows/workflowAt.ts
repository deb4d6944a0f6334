import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow } from '../../core/state';

/** The record of a workflow file, made when it is first seen: on the default branch, or by a run on another one. */
export function workflowAt(options: {
  sandbox: Sandbox;
  repository: Repository;
  path: string;
  /** `name:` of the file, or its path. */
  name: string;
  /** ISO time. */
  at: string;
}): Workflow {
  const { sandbox, repository, path, name, at } = options;
  return (
    sandbox.state.workflows
      .by('repository', repository.id)
      .find(workflow => workflow.path === path) ??
    sandbox.state.workflows.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      path,
      name,
      state: 'active',
      createdAt: at,
      updatedAt: at,
      onDefaultBranch: false,
    })
  );
}
