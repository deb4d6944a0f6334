/** Parameters that take the rest of the path, slashes included. */
const WHOLE_PATHS = new Set(['path', 'ref', 'basehead', 'branch', 'head']);

export interface RoutePattern {
  method: string;
  /** The path for Hono's router. */
  path: string;
  /** The more of the path is fixed, the earlier a route is tried. */
  weight: number;
}

/** `GET /repos/{owner}/{repo}/contents/{path}` for the router: names of branches and paths may have slashes. */
export function routePattern(route: string): RoutePattern {
  const [method, template] = route.split(' ');
  const segments = template.split('/').slice(1);
  const path = segments
    .map(segment =>
      segment.replace(/\{(\w+)\}/g, (_, name) =>
        WHOLE_PATHS.has(name) ? `:${name}{.+}` : `:${name}`,
      ),
    )
    .join('/');
  return {
    method,
    path: `/${path}`,
    weight: segments.reduce(
      (sum, segment) => sum + (segment.includes('{') ? 1 : 1000),
      segments.length,
    ),
  };
}
