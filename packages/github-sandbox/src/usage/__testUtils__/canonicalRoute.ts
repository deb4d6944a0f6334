/**
 * GitHub's own template for a route that somebody wrote with names of their own: `GET /repos/{owner}/{repo}/contents/:path` becomes
 * `GET /repos/{owner}/{repo}/contents/{path}`. HEAD follows the template of GET. A route that GitHub's API does not have stays as it is.
 */
export function canonicalRoute(options: {
  route: string;
  templates: string[];
}): string {
  const { route, templates } = options;
  const [method, path] = route.replace(/:(\w+)/g, '{$1}').split(' ');
  const sought = shape(`${method === 'HEAD' ? 'GET' : method} ${path}`);
  const template = templates.find(candidate => shape(candidate) === sought);
  return `${method} ${template?.split(' ')[1] ?? path}`;
}

function shape(route: string): string {
  return route.replace(/\{[^}]*\}/g, '{}');
}
