import { ResponseError } from '@backstage/errors';

/** One request to a backend plugin. */
export interface PluginQuestion {
  pluginId: string;
  /** @defaultValue GET */
  method?: 'POST';
  /** With a slash in front. */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  signal?: AbortSignal;
}

/** Whom to ask with: what Backstage's `DiscoveryApi` and `FetchApi` give. */
export interface PluginApis {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** What a plugin of the portal's backend answers, parsed; undefined for 204. Throws `ResponseError` with the backend's words as its cause. */
export async function askPlugin(
  options: PluginQuestion & PluginApis,
): Promise<any> {
  const { pluginId, method, path, query = {}, body, signal } = options;
  const { discoveryApi, fetchApi } = options;
  const params = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ).toString();
  const base = await discoveryApi.getBaseUrl(pluginId);
  const response = await fetchApi.fetch(
    `${base}${path}${params && `?${params}`}`,
    {
      method,
      signal,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    },
  );
  if (!response.ok) throw await ResponseError.fromResponse(response as never);
  return response.status === 204 ? undefined : response.json();
}
