import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Rewrites what presets made for other portals write in a form that Backstage 1.55 no longer reads: `catalog.providers.githubOrg` as a
 * map of providers by id, which is now a list of providers that hold their id.
 */
export function withCurrentForms(data: JsonObject): JsonObject {
  const catalog = mapOf(data.catalog);
  const providers = mapOf(catalog?.providers);
  const githubOrg = mapOf(providers?.githubOrg);
  const entries = Object.entries(githubOrg ?? {});
  if (entries.length === 0 || !entries.every(([, value]) => mapOf(value))) {
    return data;
  }
  return {
    ...data,
    catalog: {
      ...catalog,
      providers: {
        ...providers,
        githubOrg: entries.map(([id, value]) => ({ id, ...mapOf(value) })),
      },
    },
  };
}

function mapOf(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;
}
