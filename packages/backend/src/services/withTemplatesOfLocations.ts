import path from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonArray, JsonObject } from '@backstage/types';

/** What the catalog allows when `catalog.rules` is not configured. */
const STOCK_RULES: JsonArray = [{ allow: ['Component', 'API', 'Location'] }];

/**
 * Allows templates from each of `catalog.locations` that has no `rules` of its own: who writes a location into the configuration
 * means what is in it. A rule names one exact location, so that locations which users register bring no templates.
 */
export function withTemplatesOfLocations(
  config: RootConfigService,
): RootConfigService {
  const added: JsonObject[] = (
    config.getOptionalConfigArray('catalog.locations') ?? []
  )
    .filter(location => !location.has('rules'))
    .map(location => {
      const type = location.getString('type');
      const target = location.getString('target');
      const exact = type === 'file' ? path.resolve(target) : target;
      return { allow: ['Template'], locations: [{ type, exact }] };
    });
  if (added.length === 0) {
    return config;
  }
  const rules = config.getOptional<JsonArray>('catalog.rules') ?? STOCK_RULES;
  return ConfigReader.fromConfigs([
    { context: 'configuration', data: config.get<JsonObject>() },
    {
      context: 'templates of catalog.locations',
      data: { catalog: { rules: [...rules, ...added] } },
    },
  ]);
}
