import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
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

  async #ask(options: {
    method?: 'POST';
    path: string;
    body?: object;
    signal?: AbortSignal;
  }): Promise<any> {
    const { method, path, body, signal } = options;
    const base = await this.#discoveryApi.getBaseUrl('github');
    const response = await this.#fetchApi.fetch(`${base}${path}`, {
      method,
      signal,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response as never);
    return response.json();
  }
}
