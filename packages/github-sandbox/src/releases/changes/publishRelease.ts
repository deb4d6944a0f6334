import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository, User } from '../../core/state';
import { ensureTag } from './ensureTag';

/** Publishes a release: makes its tag and tells everybody. `created_at` of a release is the date of its commit. */
export async function publishRelease(options: {
  sandbox: Sandbox;
  repository: Repository;
  release: Release;
  sender: User;
  /** Of a new one: keeps it, once the tag is there. */
  insert?: () => void;
}): Promise<void> {
  const { sandbox, repository, release, sender, insert } = options;
  const date = await ensureTag({ sandbox, repository, release, sender });
  release.createdAt = isoSeconds(date);
  release.publishedAt ??= sandbox.clock.iso();
  insert?.();
  makeOnlyLatest(options);
  const event = { sandbox, repository, release, sender };
  emitRelease({ ...event, action: 'published' });
  emitRelease({
    ...event,
    action: release.prerelease ? 'prereleased' : 'released',
  });
}

/** Of releases that were made the latest, the last counts. */
export function makeOnlyLatest(options: {
  sandbox: Sandbox;
  repository: Repository;
  release: Release;
}): void {
  const { sandbox, repository, release } = options;
  if (release.makeLatest !== 'true') return;
  for (const other of sandbox.state.releases.by('repository', repository.id)) {
    if (other !== release && other.makeLatest === 'true') {
      other.makeLatest = 'legacy';
    }
  }
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#release */
export function emitRelease(options: {
  sandbox: Sandbox;
  repository: Repository;
  release: Release;
  sender: User;
  action:
    | 'created'
    | 'published'
    | 'edited'
    | 'deleted'
    | 'released'
    | 'prereleased';
  changes?: Record<string, unknown>;
}): void {
  const { sandbox, ...event } = options;
  sandbox.events.emit({
    name: 'release',
    action: event.action,
    repository: event.repository,
    release: event.release,
    sender: event.sender,
    ...(event.changes && { changes: event.changes }),
  });
}
