import type { LocationSpec } from '@backstage/plugin-catalog-common';

/**
 * Whether a `Location` entity may have locations of a type read. Those that everybody may register are allowed. Others, `file` above
 * all, only where the operator's own location of that type led to them: the entity itself was read from one, and so was the origin,
 * unless the origin is of a type that nobody may register either. Both are asked on every pass, so that an entity that got in while the
 * rules were laxer reads nothing any more.
 */
export function mayRead(options: {
  type: string;
  location: LocationSpec;
  originLocation: LocationSpec;
  allowedLocationTypes: readonly string[];
}): boolean {
  const { type, location, originLocation, allowedLocationTypes } = options;
  if (allowedLocationTypes.includes(type)) return true;
  if (type !== location.type) return false;
  return type !== 'file' || !allowedLocationTypes.includes(originLocation.type);
}
