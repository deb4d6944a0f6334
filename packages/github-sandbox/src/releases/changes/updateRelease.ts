import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository, User } from '../../core/state';
import { isTaken } from './createRelease';
import { emitRelease, makeOnlyLatest, publishRelease } from './publishRelease';
import { readRelease } from './readRelease';
import { releaseProblem } from './releaseProblem';

/** Changes a release as a body of PATCH says; one that is no draft any more is published. Throws 422. */
export async function updateRelease(options: {
  sandbox: Sandbox;
  repository: Repository;
  release: Release;
  body: Record<string, unknown>;
  sender: User;
}): Promise<void> {
  const { sandbox, repository, release, body, sender } = options;
  const before = { ...release };
  const after = { ...release, ...readRelease({ body }) };
  if (
    !after.draft &&
    isTaken({
      sandbox,
      repository,
      tagName: after.tagName,
      except: release,
    })
  ) {
    throw releaseProblem({ field: 'tag_name', code: 'already_exists' });
  }
  const isPublication = before.draft && !after.draft;
  if (isPublication) {
    await publishRelease({
      sandbox,
      repository,
      release: after,
      sender,
      insert: () => Object.assign(release, after),
    });
    release.updatedAt = sandbox.clock.iso();
    return;
  }
  Object.assign(release, after, { updatedAt: sandbox.clock.iso() });
  makeOnlyLatest({ sandbox, repository, release });
  const changes = Object.fromEntries(
    (['name', 'body'] as const)
      .filter(field => before[field] !== release[field])
      .map(field => [field, { from: before[field] ?? '' }]),
  );
  emitRelease({
    sandbox,
    repository,
    release,
    sender,
    action: 'edited',
    changes,
  });
}
