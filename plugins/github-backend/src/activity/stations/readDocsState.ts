import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Caller } from '../access/openEntity';

const TECHDOCS = 'backstage.io/techdocs-ref';
const TIMEOUT_MS = 5_000;

export type DocsState =
  /** `link` is a path of the portal. */
  | { state: 'built'; at?: string; link: string }
  | { state: 'waiting'; link: string }
  /** The entity has none, or the portal has no TechDocs. */
  | { state: 'none' };

/** Whether an entity's documentation is built, as TechDocs tells the caller. */
export async function readDocsState(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  credentials: Caller;
  entity: Entity;
}): Promise<DocsState> {
  const { auth, discovery, credentials, entity } = options;
  if (!entity.metadata.annotations?.[TECHDOCS]) return { state: 'none' };
  const { namespace = 'default', name } = entity.metadata;
  const path = [namespace, entity.kind, name]
    .map(part => encodeURIComponent(part.toLowerCase()))
    .join('/');
  const link = `/docs/${path}`;
  const waiting = { state: 'waiting', link } as const;
  try {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'techdocs',
    });
    const base = await discovery.getBaseUrl('techdocs');
    const answer = await fetch(`${base}/metadata/techdocs/${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) return waiting;
    const { build_timestamp: at } = await answer.json();
    return {
      ...{ state: 'built', link },
      ...(typeof at === 'number' && { at: new Date(at).toISOString() }),
    };
  } catch {
    // Not there, or not now: the page shows it as it comes.
    return waiting;
  }
}
