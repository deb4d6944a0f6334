import type { BackstagePrincipalAccessRestrictions } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/**
 * The `accessRestrictions` of an entry of the configuration, by plugin; `undefined` where it has none. Stock reads the same entry with checks of its
 * own, and a start fails on what it refuses.
 */
export function readConfiguredRestrictions(options: {
  entry: Config;
}): Map<string, BackstagePrincipalAccessRestrictions> | undefined {
  const configs =
    options.entry.getOptionalConfigArray('accessRestrictions') ?? [];
  const restrictions = new Map(
    configs.map(config => {
      const permissionNames = words(config, 'permission');
      const action = words(config, 'permissionAttribute.action');
      return [
        config.getString('plugin'),
        {
          ...(permissionNames && { permissionNames }),
          ...(action && { permissionAttributes: { action } }),
        } as BackstagePrincipalAccessRestrictions,
      ];
    }),
  );
  return restrictions.size > 0 ? restrictions : undefined;
}

/** A list, or a text with spaces or commas between its words. */
function words(config: Config, key: string): string[] | undefined {
  const value = config.getOptional<string | string[]>(key);
  if (value === undefined) return undefined;
  const found = [value].flat().flatMap(text => text.split(/[ ,]/));
  const some = [...new Set(found.filter(Boolean))];
  return some.length > 0 ? some : undefined;
}
