import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { askPlugin } from './askPlugin';
import { describeSources, type SourceParts } from './describeSources';

/**
 * Has a source read soon: a scheduled task begins within seconds, on whichever replica takes it; organisations of GitHub are compared at
 * once. Throws `NotFoundError` for a source that is not there or has no task, and `ConflictError` for one that is being read.
 */
export async function syncSource(
  options: SourceParts & { id: string },
): Promise<void> {
  const { id, ...parts } = options;
  const found = (await describeSources(parts)).find(
    ({ source }) => source.id === id,
  );
  if (!found) {
    throw new NotFoundError('There is no such source of users and groups.');
  }
  const { source, taskId } = found;
  const { auth, discovery } = parts;
  if (source.organisations) {
    for (const { host, organisation } of source.organisations) {
      await expectOk(
        askPlugin({
          ...{ auth, discovery },
          pluginId: 'github',
          path: '/reconcile',
          body: { host, organisation },
        }),
      );
    }
    if (source.organisations.length > 0) return;
  }
  if (!taskId || source.organisations) {
    throw new NotFoundError(
      'The scheduler does not know a task that reads this source. Look for errors of its module in the log.',
    );
  }
  await expectOk(
    askPlugin({
      ...{ auth, discovery },
      pluginId: 'catalog',
      path: `/.backstage/scheduler/v1/tasks/${encodeURIComponent(
        taskId,
      )}/trigger`,
      body: {},
    }),
  );
}

async function expectOk(asked: Promise<Response>): Promise<void> {
  const response = await asked.catch((error: Error) => {
    throw new ServiceUnavailableError(
      `The portal's own scheduler could not be asked: ${error.message}`,
    );
  });
  if (response.ok) return;
  if (response.status === 409) {
    throw new ConflictError('It is being read already.');
  }
  if (response.status === 404) {
    throw new NotFoundError('The scheduler does not know its task any more.');
  }
  throw new ServiceUnavailableError(
    `It could not be begun: the portal's own API answers with status ${response.status}.`,
  );
}
