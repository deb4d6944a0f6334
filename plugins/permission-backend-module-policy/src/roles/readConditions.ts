import type { Conditions } from '@callboard/plugin-access-common';
import { normalizeRef } from '../principals/normalizeRef';
import { conditionRules } from './conditionRules';
import type { RoleProblem } from './RoleProblem';

const SHAPE =
  'write a rule with its params, or allOf, anyOf or not around others';

/**
 * Conditions on entities, as `rule` with `params` or as `allOf`, `anyOf` and `not` around others, and what is wrong with them. The rules are
 * the catalog's own.
 */
export function readConditions(options: { value: unknown; key: string }): {
  conditions?: Conditions;
  problems: RoleProblem[];
} {
  const { value, key } = options;
  if (!isMap(value)) {
    return {
      problems: [{ key, problem: 'is not a condition', remedy: SHAPE }],
    };
  }
  const fields = Object.keys(value);
  if (fields.length === 1 && (fields[0] === 'allOf' || fields[0] === 'anyOf')) {
    return readSeveral({ value: value[fields[0]], key, field: fields[0] });
  }
  if (fields.length === 1 && fields[0] === 'not') {
    const { conditions, problems } = readConditions({
      value: value.not,
      key: `${key}.not`,
    });
    return { conditions: conditions && { not: conditions }, problems };
  }
  const stray = fields.filter(field => field !== 'rule' && field !== 'params');
  if (stray.length > 0 || typeof value.rule !== 'string') {
    return {
      problems: [
        {
          key,
          problem: stray.length
            ? `has ${stray.join(', ')} beside others`
            : 'names no rule',
          remedy: SHAPE,
        },
      ],
    };
  }
  return readRule({ rule: value.rule, params: value.params ?? {}, key });
}

function readSeveral(options: {
  value: unknown;
  key: string;
  field: 'allOf' | 'anyOf';
}): ReturnType<typeof readConditions> {
  const { value, field } = options;
  const key = `${options.key}.${field}`;
  if (!Array.isArray(value) || value.length === 0) {
    return {
      problems: [
        { key, problem: 'is not a list of conditions', remedy: SHAPE },
      ],
    };
  }
  const read = value.map((one, index) =>
    readConditions({ value: one, key: `${key}[${index}]` }),
  );
  return {
    conditions: {
      [field]: read.map(({ conditions }) => conditions),
    } as unknown as Conditions,
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readRule(options: {
  rule: string;
  params: unknown;
  key: string;
}): ReturnType<typeof readConditions> {
  const { rule, params, key } = options;
  if (!Object.hasOwn(conditionRules, rule)) {
    return {
      problems: [
        {
          key: `${key}.rule`,
          problem: `is ${JSON.stringify(
            rule,
          )}, which the catalog does not know`,
          remedy: `write one of ${Object.keys(conditionRules).join(', ')}`,
        },
      ],
    };
  }
  const known = conditionRules[rule];
  const given = isMap(params) ? params : {};
  const wrong = [
    ...Object.entries(known)
      .filter(([name, form]) => !fits(given[name], form))
      .map(([name]) => name),
    ...Object.keys(given).filter(name => !Object.hasOwn(known, name)),
  ];
  return {
    conditions: {
      rule,
      resourceType: 'catalog-entity',
      params: (rule === 'IS_ENTITY_OWNER'
        ? withComparableClaims(given)
        : given) as any,
    },
    problems: wrong.map(name => ({
      key: `${key}.params.${name}`,
      problem: Object.hasOwn(known, name)
        ? 'is missing or of the wrong form'
        : 'is unknown',
      remedy: `${rule} takes ${Object.entries(known)
        .map(
          ([one, form]) =>
            `${one} (${form === 'list' ? 'a list of texts' : 'a text'}${
              form === 'text?' ? ', not required' : ''
            })`,
        )
        .join(' and ')}`,
    })),
  };
}

/**
 * With references in lower case, as relations have them: the catalog's rule compares them exactly where it looks at one entity, and without
 * regard to case where it asks the database. What begins with `$` stands for something else.
 */
function withComparableClaims(params: Record<string, unknown>) {
  const { claims } = params;
  return Array.isArray(claims)
    ? {
        ...params,
        claims: claims.map(claim =>
          typeof claim === 'string' && !claim.startsWith('$')
            ? normalizeRef(claim)
            : claim,
        ),
      }
    : params;
}

function fits(value: unknown, form: string): boolean {
  if (value === undefined) return form === 'text?';
  return form === 'list'
    ? Array.isArray(value) && value.every(one => typeof one === 'string')
    : typeof value === 'string' && value !== '';
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
