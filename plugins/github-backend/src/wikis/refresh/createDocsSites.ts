import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DocsSites } from './DocsSites';

/** A build that takes longer goes on, but is not waited for. */
const LONGEST_BUILD_MS = 10 * 60_000;

/** Asks TechDocs over its own routes, so that its rules for preparing, building and publishing hold. */
export function createDocsSites(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): DocsSites {
  const { auth, discovery } = options;

  async function get(route: string, ref: CompoundEntityRef): Promise<Response> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const path = [ref.namespace, ref.kind, ref.name]
      .map(encodeURIComponent)
      .join('/');
    return fetch(`${await discovery.getBaseUrl('techdocs')}/${route}/${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        // TechDocs adds a listener to the connection for each request to sync, and never removes it.
        connection: 'close',
      },
      signal: AbortSignal.timeout(LONGEST_BUILD_MS),
    });
  }

  return {
    async etagOf(ref) {
      const response = await get('metadata/techdocs', ref);
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) throw await ResponseError.fromResponse(response);
      const { etag } = (await response.json()) as { etag?: string };
      return etag;
    },
    async build(ref) {
      const response = await get('sync', ref);
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return readOutcome(await response.text());
    },
  };
}

/** TechDocs answers with server-sent events: a log, then `finish` or `error`. */
function readOutcome(stream: string): Awaited<ReturnType<DocsSites['build']>> {
  for (const event of stream.split('\n\n')) {
    const [, name, data] =
      /^event: (finish|error)\ndata: (.*)$/.exec(event) ?? [];
    if (name === 'finish') {
      return { outcome: JSON.parse(data).updated ? 'built' : 'unchanged' };
    }
    if (name === 'error') {
      return { outcome: 'failed', reason: String(JSON.parse(data)) };
    }
  }
  return { outcome: 'failed', reason: 'the build was cut short' };
}
