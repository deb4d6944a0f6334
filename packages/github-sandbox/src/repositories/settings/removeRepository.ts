import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** Removes a repository with everything that belongs to it. Its forks stay, and are forks of nothing then. */
export async function removeRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<void> {
  const { sandbox, repository } = options;
  const { state } = sandbox;
  const { id } = repository;
  for (const issue of state.issues.by('repository', id)) {
    for (const table of [
      state.comments,
      state.reviews,
      state.reviewComments,
      state.issueEvents,
    ] as const) {
      table.by('issue', issue.id).forEach(row => table.remove(row as never));
    }
    state.issues.remove(issue);
  }
  for (const run of state.workflowRuns.by('repository', id)) {
    state.workflowJobs
      .by('run', run.id)
      .forEach(job => state.workflowJobs.remove(job));
    state.artifacts
      .by('run', run.id)
      .forEach(artifact => state.artifacts.remove(artifact));
    state.workflowRuns.remove(run);
  }
  for (const table of [
    state.releases,
    state.alerts,
    state.codeAlerts,
    state.secretAlerts,
    state.labels,
    state.milestones,
    state.deployments,
    state.workflows,
  ] as const) {
    table.by('repository', id).forEach(row => table.remove(row as never));
  }
  for (const table of [
    state.checkSuites,
    state.checkRuns,
    state.statuses,
  ] as const) {
    table
      .all()
      .filter(row => row.repositoryId === id)
      .forEach(row => table.remove(row as never));
  }
  for (const hook of state.hooks.by('target', `repository:${id}`)) {
    state.hooks.remove(hook);
  }
  for (const team of state.teams.all()) {
    team.repositories = team.repositories.filter(
      ({ repositoryId }) => repositoryId !== id,
    );
  }
  for (const installation of state.installations.all()) {
    installation.repositoryIds = installation.repositoryIds.filter(
      other => other !== id,
    );
  }
  for (const user of state.users.all()) {
    user.starred = user.starred.filter(other => other !== id);
  }
  for (const other of state.repositories.all()) {
    if (other.parentId === id) other.parentId = repository.parentId;
    if (other.templateId === id) other.templateId = null;
  }
  state.repositories.remove(repository);
  await sandbox.git.remove({ id: String(id) });
  await sandbox.git.remove({ id: `${id}.wiki` });
  sandbox.changed();
}
