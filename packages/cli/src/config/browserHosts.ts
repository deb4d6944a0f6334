import type { JsonObject } from '@backstage/types';
import { valueAt } from './valueAt';

const GITHUB_ACTIONS = '@backstage-community/plugin-github-actions';

/**
 * The hosts that pages of plugins call from the browser, beside the portal. Where people sign in with GitHub, the page that registers
 * entities opens pull requests with their own session, straight at GitHub; and so reads the community's page of GitHub Actions.
 */
export function browserHosts(options: {
  data: JsonObject;
  plugins: string[];
}): string[] {
  const { data, plugins } = options;
  const hasSession = ['github', 'ghe'].some(
    id => valueAt(data, `auth.providers.${id}`) !== undefined,
  );
  if (!hasSession && !plugins.includes(GITHUB_ACTIONS)) {
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
