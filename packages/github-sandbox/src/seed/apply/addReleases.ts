import type { RepositoryContext } from './SeedContext';

/** Adds releases; their assets are texts. */
export function addReleases(options: { context: RepositoryContext }): void {
  const { sandbox, seeded, repository, user, at } = options.context;
  for (const release of seeded.releases ?? []) {
    const createdAt = at(release.daysAgo);
    const authorId = user(release.author).id;
    sandbox.state.releases.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      tagName: release.tag,
      target: repository.defaultBranch,
      name: release.name ?? release.tag,
      body: release.body ?? null,
      draft: release.draft ?? false,
      prerelease: release.prerelease ?? false,
      authorId,
      createdAt,
      publishedAt: release.draft ? null : createdAt,
      assets: Object.entries(release.assets ?? {}).map(([name, content]) => ({
        id: sandbox.nextId(),
        name,
        label: null,
        contentType: 'text/plain',
        content: Buffer.from(content).toString('base64'),
        uploaderId: authorId,
        createdAt,
      })),
    });
  }
}
