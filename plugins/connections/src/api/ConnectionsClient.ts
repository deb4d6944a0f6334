import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin, type PluginQuestion } from '@callboard/page-parts';
import type {
  AppCompletionRequest,
  AppCreationRequest,
  RotationRequest,
} from '@callboard/plugin-connections-common';
import type { ConnectionsApi, TraceQuery } from './ConnectionsApi';

/** The routes below `/api/connections`. */
export class ConnectionsClient implements ConnectionsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async overview(options?: { fresh?: boolean; signal?: AbortSignal }) {
    return this.#ask({
      path: '/',
      query: { fresh: options?.fresh ? 'true' : undefined },
      signal: options?.signal,
    });
  }

  async runChecks(options?: { checks?: string[] }) {
    await this.#ask({
      method: 'POST',
      path: '/checks/run',
      body: { checks: options?.checks },
    });
  }

  async serve(options: { url: string; signal?: AbortSignal }) {
    const { url, signal } = options;
    return this.#ask({ path: '/serve', query: { url }, signal });
  }

  async trace(options: TraceQuery & { signal?: AbortSignal }) {
    const { signal, ...query } = options;
    return this.#ask({ path: '/trace', query, signal });
  }

  async createApp(request: AppCreationRequest) {
    return this.#ask({ method: 'POST', path: '/apps', body: request });
  }

  async completeApp(request: AppCompletionRequest) {
    return this.#ask({ method: 'POST', path: '/apps/complete', body: request });
  }

  async rotate(options: RotationRequest & { host: string }) {
    const { host, ...body } = options;
    return this.#ask({
      method: 'POST',
      path: `/${encodeURIComponent(host)}/rotate`,
      body,
    });
  }

  async #ask(options: Omit<PluginQuestion, 'pluginId'>): Promise<any> {
    return askPlugin({
      ...options,
      pluginId: 'connections',
      discoveryApi: this.#discoveryApi,
      fetchApi: this.#fetchApi,
    });
  }
}
