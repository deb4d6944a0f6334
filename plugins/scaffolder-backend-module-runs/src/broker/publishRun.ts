import type { JsonObject } from '@backstage/types';
import type { RunServices } from './RunServices';

/** Publishes `scaffolder.task`, as stock does. Whoever listens cannot make a run fail. */
export async function publishRun(options: {
  services: Pick<RunServices, 'events' | 'logger'>;
  /** As JSON; undefined values are left out by whoever passes it on. */
  payload: Record<string, unknown>;
}): Promise<void> {
  const { services, payload } = options;
  try {
    await services.events?.publish({
      topic: 'scaffolder.task',
      eventPayload: payload as JsonObject,
    });
  } catch (error) {
    services.logger.warn(`An event of a run could not be published: ${error}`);
  }
}
