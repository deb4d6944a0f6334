import type { Sandbox } from '../core/Sandbox';
import { ensureReplayed } from './replay/ensureReplayed';
import { listFiles } from './workflows/listFiles';

/**
 * Makes the runs of the past of seeded repositories and reads their workflows, so that schedules begin: one repository after the other, for
 * whoever starts a sandbox to do in the background. What is asked about earlier is made when it is asked. Stops between repositories when
 * `signal` aborts.
 */
export async function catchUp(options: {
  sandbox: Sandbox;
  signal?: AbortSignal;
}): Promise<void> {
  const { sandbox, signal } = options;
  for (const repository of sandbox.state.repositories.all()) {
    if (signal?.aborted) return;
    if (!sandbox.git.has({ id: String(repository.id) })) continue;
    await ensureReplayed({ sandbox, repository });
    await listFiles({ sandbox, repository });
  }
}
