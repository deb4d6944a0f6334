import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { minimatch } from 'minimatch';
import { z } from 'zod/v3';

type KindMatcher = { kind: string; 'spec.type'?: string };
type LocationMatcher = { type: string; exact?: string; pattern?: string };
type CatalogRule = {
  allow: KindMatcher[];
  /** Absent: everywhere. */
  locations?: LocationMatcher[];
};

const allowSchema = z.array(
  z
    .object({ kind: z.string(), 'spec.type': z.string().optional() })
    .or(z.string())
    .transform(value => (typeof value === 'string' ? { kind: value } : value)),
);

/** What locations may bring in where the configuration does not say: nothing that gives people rights. */
const DEFAULT_RULES: CatalogRule[] = [
  { allow: [{ kind: 'Component' }, { kind: 'API' }, { kind: 'Location' }] },
];

/** Which kinds of entities may come from which locations: `catalog.rules`, and the `rules` of each of `catalog.locations`. */
export class CatalogRules {
  readonly #rules: CatalogRule[];

  private constructor(rules: CatalogRule[]) {
    this.#rules = rules;
  }

  /** Throws for rules that are malformed. */
  static fromConfig(config: Config): CatalogRules {
    const rules = config.has('catalog.rules')
      ? config.getConfigArray('catalog.rules').map(readRule)
      : DEFAULT_RULES;
    const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
    return new CatalogRules([
      ...rules,
      ...locations.flatMap(readLocationRules),
    ]);
  }

  /** `location` is where the reading began that brought the entity. */
  isAllowed(entity: Entity, location: LocationSpec): boolean {
    return this.#rules.some(
      rule =>
        (!rule.locations ||
          rule.locations.some(matcher => isLocation(location, matcher))) &&
        rule.allow.some(matcher => isKind(entity, matcher)),
    );
  }
}

function readRule(config: Config): CatalogRule {
  return {
    allow: allowSchema.parse(config.get('allow')),
    locations: config.getOptionalConfigArray('locations')?.map(entry => {
      const matcher = {
        type: entry.getString('type'),
        exact: entry.getOptionalString('exact'),
        pattern: entry.getOptionalString('pattern'),
      };
      if (matcher.pattern && matcher.exact) {
        throw new Error(
          'A catalog rule location cannot have both exact and pattern values',
        );
      }
      return matcher;
    }),
  };
}

function readLocationRules(config: Config): CatalogRule[] {
  if (!config.has('rules')) return [];
  const type = config.getString('type');
  const target = config.getString('target');
  const exact = type === 'file' ? resolve(target) : target;
  return config.getConfigArray('rules').map(rule => ({
    allow: rule.getStringArray('allow').map(kind => ({ kind })),
    locations: [{ type, exact }],
  }));
}

function isLocation(location: LocationSpec, matcher: LocationMatcher): boolean {
  const { type, exact, pattern } = matcher;
  return (
    type === location.type &&
    (!exact || exact === location.target) &&
    (!pattern ||
      minimatch(location.target, pattern, { nocase: true, dot: true }))
  );
}

function isKind(entity: Entity, matcher: KindMatcher): boolean {
  if (entity.kind?.toLowerCase() !== matcher.kind.toLowerCase()) return false;
  const wanted = matcher['spec.type'];
  if (!wanted) return true;
  const type = entity.spec?.type;
  return (
    typeof type === 'string' && type.toLowerCase() === wanted.toLowerCase()
  );
}
