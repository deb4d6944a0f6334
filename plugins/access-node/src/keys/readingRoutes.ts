/** Requests by `POST` that only read, by plugin: their questions are too long for an address. Paths below `/api/<plugin>`. */
const READING: Record<string, string[]> = {
  catalog: [
    '/entities/by-refs',
    '/entities/by-query',
    '/entity-facets',
    '/locations/by-query',
  ],
};

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request changes nothing, as far as its method and path tell. */
export function isReading(options: {
  method: string;
  /** The whole path, as it came. */
  url: string;
  pluginId: string;
}): boolean {
  const { method, url, pluginId } = options;
  if (SAFE_METHODS.includes(method)) return true;
  const [path] = url.split('?');
  return (
    method === 'POST' &&
    (READING[pluginId] ?? []).some(
      reading => path === `/api/${pluginId}${reading}`,
    )
  );
}
