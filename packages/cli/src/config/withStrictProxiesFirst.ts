import type { JsonObject } from '@backstage/types';

/**
 * The configuration with the endpoints of the proxy in such an order that the longest route comes first. Stock asks the first one that a
 * path begins with, so `/open` before `/open/secret` would answer for both, without the credentials that the second asks for.
 */
export function withStrictProxiesFirst(options: {
  data: JsonObject;
}): JsonObject {
  const { data } = options;
  const { proxy } = data;
  if (!isMap(proxy) || !isMap(proxy.endpoints)) return data;
  const endpoints = Object.entries(proxy.endpoints).sort(
    ([a], [b]) => depthOf(b) - depthOf(a),
  );
  return {
    ...data,
    proxy: { ...proxy, endpoints: Object.fromEntries(endpoints) },
  };
}

function depthOf(route: string) {
  return route.replace(/^\/+|\/+$/g, '').length;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
