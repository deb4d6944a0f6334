import type { TechRadarApi } from '@backstage-community/plugin-tech-radar';
import {
  type TechRadarLoaderResponse,
  TechRadarLoaderResponseParser,
} from '@backstage-community/plugin-tech-radar-common';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';

/** A radar changes seldom. */
const KEPT_MS = 60_000;

/** Reads the radar from the backend, or throws what is wrong with it. An answer is kept for a minute. */
export class TechRadarClient implements TechRadarApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;
  #kept?: { radar: TechRadarLoaderResponse; until: number };

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async load(): Promise<TechRadarLoaderResponse> {
    if (!this.#kept || this.#kept.until < Date.now()) {
      const radar = await this.#fetch();
      this.#kept = { radar, until: Date.now() + KEPT_MS };
    }
    return this.#kept.radar;
  }

  async #fetch(): Promise<TechRadarLoaderResponse> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('tech-radar');
    const response = await this.#fetchApi.fetch(`${baseUrl}/data`);
    if (response.status === 502) {
      throw new Error(
        'The portal could not read the radar. Its log says why; the key techRadar.url names the file.',
      );
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const radar = TechRadarLoaderResponseParser.safeParse(
      await response.json(),
    );
    if (!radar.success) {
      const [{ path, message }] = radar.error.issues;
      throw new Error(
        `The radar is not valid: ${path.join('.') || 'the file'}: ${message}`,
      );
    }
    return radar.data;
  }
}
