import { dirname, join } from 'node:path';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

/** What a target in a `Location` entity means, seen from where that entity was read. What cannot be resolved stays as it is. */
export function toAbsoluteTarget(options: {
  integrations: ScmIntegrationRegistry;
  base: LocationSpec;
  type: string;
  target: string;
}): string {
  const { integrations, base, type, target } = options;
  if (base.type !== type) return target;
  try {
    if (type === 'file') {
      return target.startsWith('.')
        ? join(dirname(base.target), target)
        : target;
    }
    if (type === 'url') {
      return integrations.resolveUrl({ url: target, base: base.target });
    }
  } catch {
    // The processor that reads it will say what is wrong with it.
  }
  return target;
}
