import type { RepositoryContext } from './SeedContext';

/** Adds deployments with one status each. Opens the repository, because a deployment has a SHA. */
export async function addDeployments(options: {
  context: RepositoryContext;
}): Promise<void> {
  const { sandbox, seeded, repository, user, at } = options.context;
  const deployments = [...(seeded.deployments ?? [])].sort(
    (a, b) => b.daysAgo - a.daysAgo,
  );
  if (deployments.length === 0) return;
  const git = await sandbox.git.open({ id: String(repository.id) });
  for (const deployment of deployments) {
    const ref = deployment.ref ?? repository.defaultBranch;
    const until = new Date(at(deployment.daysAgo));
    const [commit] = await git.history({ from: ref, until, limit: 1 });
    const found =
      commit?.sha ??
      (await git.resolve({ expression: ref, type: 'commit' }))?.sha;
    if (!found) continue;
    const createdAt = at(deployment.daysAgo);
    const creatorId = user(deployment.by).id;
    sandbox.state.deployments.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      sha: found,
      ref,
      task: 'deploy',
      environment: deployment.environment,
      description: deployment.description ?? null,
      payload: {},
      creatorId,
      productionEnvironment: deployment.environment === 'production',
      transientEnvironment: false,
      createdAt,
      updatedAt: createdAt,
      statuses: [
        {
          id: sandbox.nextId(),
          state: deployment.state ?? 'success',
          description: deployment.description ?? '',
          environmentUrl: deployment.url ?? null,
          logUrl: null,
          creatorId,
          createdAt,
        },
      ],
    });
  }
}
