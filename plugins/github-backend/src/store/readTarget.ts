/** A URL at a GitHub, taken apart. */
export interface Target {
  host: string;
  owner: string;
  name: string;
  /** Branch and path together, since a branch may have slashes: `main/docs/catalog-info.yaml`. Undefined: of the repository itself. */
  rest?: string;
}

/** Undefined for what is not a URL of a repository. Wildcards in the path stay as they are. */
export function readTarget(url: string): Target | undefined {
  const match =
    /^https?:\/\/([^/?#]+)\/([^/?#]+)\/([^/?#]+?)(?:\.git)?(?:\/(?:blob|tree|raw|edit)\/([^#]+?))?\/?$/.exec(
      url,
    );
  if (!match) {
    return undefined;
  }
  const [, host, owner, name, rest] = match;
  return {
    host: host.replace(/^[^@]*@/, ''),
    owner,
    name,
    ...(rest && { rest: decoded(rest) }),
  };
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
