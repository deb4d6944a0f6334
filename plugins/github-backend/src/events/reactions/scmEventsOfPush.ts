import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import type { PushPayload } from '../payloads/payloadSchemas';
import type { TouchedFiles } from '../payloads/touchedFiles';

/**
 * What stock's `GithubScmEventsBridge` publishes for a push to the default branch, from the payload alone. Stock asks GitHub for every
 * commit where files were both added and removed, to see which were renamed; here a rename is a file that went and one that came.
 */
export function scmEventsOfPush(options: {
  push: PushPayload;
  files: TouchedFiles;
}): CatalogScmEvent[] {
  const { push, files } = options;
  const { html_url: url, default_branch: branch } = push.repository;
  const eventsOf = (
    type: 'location.created' | 'location.deleted' | 'location.updated',
    paths: Map<string, string | undefined>,
  ): CatalogScmEvent[] =>
    [...paths]
      .filter(([path]) => /\.ya?ml$/.test(path))
      .map(([path, commitUrl]) => ({
        type,
        url: `${url}/blob/${branch}/${path}`,
        context: { commitUrl },
      }));
  return [
    ...eventsOf('location.updated', files.modified),
    ...eventsOf('location.created', files.added),
    ...eventsOf('location.deleted', files.removed),
  ];
}
