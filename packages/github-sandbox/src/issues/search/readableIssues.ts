import { canSee, grantedPermissions, includesLevel } from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository } from '../../core/state';

/** The issues and pull requests of all repositories that the viewer may read: seen, and with the permission that Apps and fine-grained tokens need. */
export function readableIssues(options: {
  sandbox: Sandbox;
  viewer: Viewer;
}): Array<{ repository: Repository; issue: Issue }> {
  const { sandbox, viewer } = options;
  return sandbox.state.repositories
    .filter(repository => canSee({ sandbox, viewer, repository }))
    .flatMap(repository => {
      const may = (name: string) =>
        repository.visibility === 'public' ||
        includesLevel({
          granted: grantedPermissions({ sandbox, viewer, repository }),
          needed: { name, level: 'read' },
        });
      const [issues, pulls] = [may('issues'), may('pull_requests')];
      return sandbox.state.issues
        .by('repository', repository.id)
        .filter(issue => (issue.pull ? pulls : issues))
        .map(issue => ({ repository, issue }));
    });
}
