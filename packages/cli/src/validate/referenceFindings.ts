import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { ReferenceField } from './kindModel';
import type { SchemaFinding } from '@callboard/template-check';

/**
 * References that the catalog cannot read. A reference to an entity that is nowhere is none of them: the catalog
 * accepts it and shows a dangling relation.
 */
export function referenceFindings(options: {
  entity: Entity;
  references: ReferenceField[];
  /** Whether the entity is valid so far. If not, values that are no strings have been reported already. */
  valid: boolean;
}): SchemaFinding[] {
  const { entity, references, valid } = options;
  const findings: SchemaFinding[] = [];
  const context = (defaultKind?: string) => ({
    defaultKind,
    defaultNamespace: entity.metadata.namespace || DEFAULT_NAMESPACE,
  });

  for (const { path, defaultKind } of references) {
    const value = valueAt(entity, path);
    if (!value) {
      continue;
    }
    const items: [string[], unknown][] = Array.isArray(value)
      ? value.map((item, index) => [[...path, String(index)], item])
      : [[path, value]];
    for (const [itemPath, item] of items) {
      if (typeof item !== 'string' && !valid) {
        continue;
      }
      try {
        parseEntityRef(item as string, context(defaultKind));
      } catch (error) {
        findings.push({
          path: itemPath,
          at: 'value',
          message: `${path.join('.')}: ${(error as Error).message}.`,
          remedy: defaultKind
            ? `Write the reference as [kind:][namespace/]name; without a kind, ${defaultKind} is meant.`
            : 'Write the reference as kind:[namespace/]name, such as component:orders or resource:orders-db.',
        });
      }
    }
  }
  return findings;
}

function valueAt(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (current, segment) => (current as Record<string, unknown>)?.[segment],
    value,
  );
}
