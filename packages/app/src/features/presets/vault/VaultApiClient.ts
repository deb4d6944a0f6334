import { ResponseError } from '@backstage/errors';
import type { VaultApi } from '@backstage-community/plugin-vault';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';

type Options = Parameters<VaultApi['listSecrets']>[1];

/**
 * Asks the backend for the names of secrets. The plugin's table takes an error for a path without secrets, says so and offers to create
 * one, for which it needs an address: that is where the error is told, so that the table shows it.
 */
export class VaultApiClient implements VaultApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;
  readonly #errors = new Map<string, Error>();

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listSecrets(secretPath: string, options?: Options) {
    this.#errors.delete(secretPath);
    try {
      const { items, vaultUrl } = await this.#get({ secretPath, options });
      return { secrets: items, vaultUrl };
    } catch (error) {
      this.#errors.set(secretPath, error as Error);
      throw error;
    }
  }

  async getCreateUrl(secretPath: string, options?: Options) {
    const error = this.#errors.get(secretPath);
    if (error && !isNotFound(error)) {
      throw error;
    }
    const { createUrl } = await this.#get({
      secretPath,
      options,
      suffix: '/create-url',
    });
    return createUrl;
  }

  async #get(request: {
    secretPath: string;
    options?: Options;
    suffix?: string;
  }) {
    const { secretPath, options, suffix = '' } = request;
    const baseUrl = await this.#discoveryApi.getBaseUrl('vault');
    const query = options?.secretEngine
      ? `?${new URLSearchParams({ engine: options.secretEngine })}`
      : '';
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/secrets/${encodeURIComponent(
        secretPath,
      )}${suffix}${query}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function isNotFound(error: Error) {
  return error instanceof ResponseError && error.statusCode === 404;
}
