import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin, type PluginQuestion } from '@callboard/page-parts';
import type {
  ImportMode,
  ImportRun,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { GithubApi } from './GithubApi';

/** The routes below `/api/github`. */
export class GithubClient implements GithubApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async organisations(options?: {
    signal?: AbortSignal;
  }): Promise<OrganisationStatus[]> {
    return this.#ask({ path: '/status', signal: options?.signal });
  }

  async imports(options?: { signal?: AbortSignal }): Promise<ImportRun[]> {
    return this.#ask({ path: '/imports', signal: options?.signal });
  }

  async importRun(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ImportRun> {
    const { id, signal } = options;
    return this.#ask({ path: `/imports/${encodeURIComponent(id)}`, signal });
  }

  async plan(body: {
    host?: string;
    organisation: string;
  }): Promise<ImportRun> {
    return this.#ask({ method: 'POST', path: '/imports', body });
  }

  async apply(options: {
    id: string;
    mode: ImportMode;
    repositories?: string[];
  }): Promise<ImportRun> {
    const { id, ...body } = options;
    const path = `/imports/${encodeURIComponent(id)}/apply`;
    return this.#ask({ method: 'POST', path, body });
  }

  async pause(options: { id: string }): Promise<ImportRun> {
    const path = `/imports/${encodeURIComponent(options.id)}/pause`;
    return this.#ask({ method: 'POST', path });
  }

  async #ask(options: Omit<PluginQuestion, 'pluginId'>): Promise<any> {
    return askPlugin({
      ...options,
      pluginId: 'github',
      discoveryApi: this.#discoveryApi,
      fetchApi: this.#fetchApi,
    });
  }
}
