import type { Problem } from '../ControlError';
import { parseDuration } from './parseDuration';

/** Finds what is wrong with a value; `at` is its key. */
export type Check = (options: { value: unknown; at: string }) => Problem[];

const that =
  (accept: (value: unknown) => boolean, message: string): Check =>
  ({ value, at }) =>
    accept(value) ? [] : [{ key: at, message }];

export const isText = that(
  value => typeof value === 'string' && value.trim() !== '',
  'has to be a text',
);

export const isBoolean = that(
  value => typeof value === 'boolean',
  'has to be true or false',
);

/** How often, how many, how many milliseconds. */
export const isCount = that(
  value => Number.isSafeInteger(value) && (value as number) >= 0,
  'has to be a whole number from 0',
);

export const isTime = that(
  value =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  'has to be a time such as 2026-01-31T12:00:00Z',
);

export const isDuration = that(
  value => parseDuration(value) !== undefined,
  'has to be a duration such as PT1H, 90s or a number of milliseconds',
);

export const isTexts = that(
  value =>
    Array.isArray(value) && value.every(item => typeof item === 'string'),
  'has to be a list of texts',
);

export const isScore = that(
  value => typeof value === 'number' && value >= 0 && value <= 10,
  'has to be a number from 0 to 10',
);

export const isTrue = that(value => value === true, 'has to be true');

export function isOneOf(choices: readonly string[]): Check {
  return that(
    value => choices.includes(value as string),
    `has to be one of ${choices.join(', ')}`,
  );
}

export function orNull(check: Check): Check {
  return ({ value, at }) =>
    value === null
      ? []
      : check({ value, at }).map(problem => ({
          ...problem,
          message: `${problem.message}, or null`,
        }));
}

/** An object whose values all pass one check. */
export function isRecordOf(check: Check): Check {
  return ({ value, at }) =>
    isPlainObject(value)
      ? Object.entries(value).flatMap(([key, item]) =>
          check({ value: item, at: at ? `${at}.${key}` : key }),
        )
      : [{ key: at, message: 'has to be an object' }];
}

/** An object with these keys and no others. */
export function isObject(options: {
  required?: Record<string, Check>;
  optional?: Record<string, Check>;
}): Check {
  const { required = {}, optional = {} } = options;
  const checks: Record<string, Check> = { ...required, ...optional };
  return ({ value, at }) => {
    if (!isPlainObject(value)) {
      return [{ key: at, message: 'has to be an object' }];
    }
    const under = (key: string) => (at ? `${at}.${key}` : key);
    return [
      ...Object.keys(required)
        .filter(key => value[key] === undefined)
        .map(key => ({ key: under(key), message: 'is missing' })),
      ...Object.entries(value).flatMap(([key, item]): Problem[] =>
        Object.hasOwn(checks, key)
          ? checks[key]({ value: item, at: under(key) })
          : [
              {
                key: under(key),
                message: `is not known here; known are ${Object.keys(
                  checks,
                ).join(', ')}`,
              },
            ],
      ),
    ];
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
