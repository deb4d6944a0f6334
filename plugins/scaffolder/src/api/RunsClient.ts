import { toError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  askPlugin,
  statusOf,
  type PluginQuestion,
} from '@callboard/page-parts';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import type { RunsApi } from './RunsApi';

/** The routes below `/api/scaffolder` that stock's client does not know, or asks with less than they take. */
export class RunsClient implements RunsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async details(options: {
    taskId: string;
    signal?: AbortSignal;
  }): Promise<RunDetails | undefined> {
    const { taskId, signal } = options;
    try {
      return await this.#ask({
        path: `/runs/${encodeURIComponent(taskId)}`,
        signal,
      });
    } catch (error) {
      // Stock's own backend has no such route. Whether the run exists is what `getTask` says.
      if (statusOf(toError(error)) === 404) return undefined;
      throw error;
    }
  }

  async retry(options: {
    taskId: string;
    secrets: Record<string, string>;
  }): Promise<void> {
    const { taskId, secrets } = options;
    await this.#ask({
      method: 'POST',
      path: `/v2/tasks/${encodeURIComponent(taskId)}/retry`,
      body: { secrets },
    });
  }

  async #ask(question: Omit<PluginQuestion, 'pluginId'>): Promise<any> {
    return askPlugin({
      ...question,
      pluginId: 'scaffolder',
      discoveryApi: this.#discoveryApi,
      fetchApi: this.#fetchApi,
    });
  }
}
