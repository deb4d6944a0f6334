const BY_NAME = /^\/entities\/by-name\/([^/]+)\/([^/]+)\/([^/]+)(\/ancestry)?$/;

export type ByNameParameters = {
  kind: string;
  namespace: string;
  name: string;
};

/** Reads the path of `by-name` and of the ancestry below it. Undefined for other paths, and for malformed ones. */
export function matchByName(
  path: string,
): { parameters: ByNameParameters; isAncestry: boolean } | undefined {
  const match = BY_NAME.exec(path);
  if (!match) return undefined;
  try {
    const [kind, namespace, name] = match.slice(1, 4).map(decodeURIComponent);
    return {
      parameters: { kind, namespace, name },
      isAncestry: match[4] !== undefined,
    };
  } catch {
    return undefined;
  }
}
