import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { BuildOutcome } from './BuildOutcome';
import { readSyncOutcome } from './readSyncOutcome';

/** A build that takes longer goes on, but is not waited for. */
const LONGEST_BUILD_MS = 10 * 60_000;

/** Asks TechDocs over its own routes, so that its rules for preparing, building and publishing hold. */
export class DocsSites {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    /** Whether published paths keep their upper case: `techdocs.legacyUseCaseSensitiveTripletPaths`. */
    keepCase: boolean;
  };

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    keepCase: boolean;
  }) {
    this.#options = options;
  }

  /** @throws ResponseError when TechDocs cannot tell. */
  async isBuilt(ref: CompoundEntityRef): Promise<boolean> {
    const path = pathOf(ref);
    const response = await this.#get(
      `/static/docs${
        this.#options.keepCase ? path : path.toLowerCase()
      }/techdocs_metadata.json`,
    );
    if (!response.ok && response.status !== 404) {
      throw await ResponseError.fromResponse(response);
    }
    await response.body?.cancel();
    return response.ok;
  }

  /** Resolves when the site has been built and published. @throws ResponseError when TechDocs refuses. */
  async build(ref: CompoundEntityRef): Promise<BuildOutcome> {
    const response = await this.#get(`/sync${pathOf(ref)}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return readSyncOutcome(await response.text());
  }

  async #get(path: string): Promise<Response> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    return fetch(`${await discovery.getBaseUrl('techdocs')}${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        // TechDocs adds a listener to the connection for each request to sync, and never removes it.
        connection: 'close',
      },
      signal: AbortSignal.timeout(LONGEST_BUILD_MS),
    });
  }
}

function pathOf(ref: CompoundEntityRef) {
  return `/${[ref.namespace, ref.kind, ref.name]
    .map(encodeURIComponent)
    .join('/')}`;
}
