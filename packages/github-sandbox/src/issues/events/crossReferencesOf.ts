import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository } from '../../core/state';

/** Another issue or pull request of the repository that names this one, and who wrote that when. */
export interface CrossReference {
  at: string;
  actorId: number;
  source: Issue;
}

/** Where a repository's other issues and pull requests name an issue by its number, each at the first place, oldest first. */
export function crossReferencesOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: Issue;
}): CrossReference[] {
  const { sandbox, repository, issue } = options;
  const named = new RegExp(`(?:^|[\\s(:,])#${issue.number}\\b`);
  return sandbox.state.issues
    .by('repository', repository.id)
    .filter(other => other !== issue)
    .flatMap(other => {
      const places = [
        other,
        ...sandbox.state.comments.by('issue', other.id),
      ].filter(({ body }) => named.test(body ?? ''));
      const [first] = places;
      return first
        ? [{ at: first.createdAt, actorId: first.authorId, source: other }]
        : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
