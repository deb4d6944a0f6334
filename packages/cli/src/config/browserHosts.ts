import type { JsonObject } from '@backstage/types';
import { valueAt } from './valueAt';

const GITHUB_ACTIONS = '@backstage-community/plugin-github-actions';

/**
 * The hosts that pages of plugins call from the browser, beside the portal. The page of GitHub Actions reads runs with the viewer's own
 * session, straight from GitHub.
 */
export function browserHosts(options: {
  data: JsonObject;
  plugins: string[];
}): string[] {
  const { data, plugins } = options;
  if (!plugins.includes(GITHUB_ACTIONS)) {
    return [];
  }
  // The check against the schema reports another type than a list.
  const entries = valueAt(data, 'integrations.github');
  return (Array.isArray(entries) ? (entries as JsonObject[]) : []).flatMap(
    ({ host, apiBaseUrl }) => {
      const url = apiBaseUrl ?? defaultApi(host);
      return typeof url === 'string' && URL.canParse(url)
        ? [new URL(url).origin]
        : [];
    },
  );
}

function defaultApi(host: unknown) {
  return host === undefined || host === 'github.com'
    ? 'https://api.github.com'
    : undefined;
}
