type GithubNode = typeof import('@callboard/plugin-github-node');

/**
 * What reads stored credentials. It comes with a whole client for GitHub and most portals have none stored, so it is loaded only when there
 * are some: every command reads the configuration.
 */
export function githubNode(): GithubNode {
  return require('@callboard/plugin-github-node');
}
