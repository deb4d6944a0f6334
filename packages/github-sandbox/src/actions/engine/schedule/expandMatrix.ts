import { TemplateError } from '../template/TemplateError';
import type { JsonObject, JsonValue } from '../types';

/** https://docs.github.com/en/actions/reference/limits */
const MAXIMUM_JOBS = 256;

/**
 * Expands `strategy.matrix` into its combinations, in GitHub's order. Throws a `TemplateError` for a matrix without
 * values or with more than 256 combinations.
 *
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function expandMatrix(options: { matrix: JsonValue }): JsonObject[] {
  const { matrix } = options;
  if (matrix === null || typeof matrix !== 'object' || Array.isArray(matrix)) {
    throw new TemplateError('Unexpected value for the matrix');
  }
  const { include, exclude, ...vectors } = matrix;
  const keys = Object.keys(vectors);
  const excluded = objects(exclude);
  const original = combinations(vectors).filter(
    combination => !excluded.some(item => isPartOf(item, combination)),
  );
  const added: JsonObject[] = [];
  const extended = original.map(combination => ({ ...combination }));
  for (const item of objects(include)) {
    const fixed = Object.fromEntries(
      Object.entries(item).filter(([key]) => keys.includes(key)),
    );
    const targets = extended.filter((_, at) => isPartOf(fixed, original[at]));
    if (targets.length === 0) {
      added.push({ ...item });
    }
    for (const target of targets) {
      Object.assign(target, item);
    }
  }
  const all = [...extended, ...added];
  if (all.length === 0) {
    throw new TemplateError('Matrix must define at least one vector');
  }
  if (all.length > MAXIMUM_JOBS) {
    throw new TemplateError(
      `The strategy configuration was expanded to exceed maximum limit of ${MAXIMUM_JOBS} jobs`,
    );
  }
  return all;
}

function combinations(vectors: JsonObject): JsonObject[] {
  const entries = Object.entries(vectors);
  if (entries.length === 0) {
    return [];
  }
  return entries.reduce<JsonObject[]>(
    (found, [key, values]) => {
      if (!Array.isArray(values) || values.length === 0) {
        throw new TemplateError(
          `Matrix vector '${key}' does not contain any values`,
        );
      }
      if (found.length * values.length > MAXIMUM_JOBS * MAXIMUM_JOBS) {
        throw new TemplateError(
          `The strategy configuration was expanded to exceed maximum limit of ${MAXIMUM_JOBS} jobs`,
        );
      }
      return found.flatMap(combination =>
        values.map(value => ({ ...combination, [key]: value })),
      );
    },
    [{}],
  );
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is JsonObject =>
          item !== null && typeof item === 'object' && !Array.isArray(item),
      )
    : [];
}

function isPartOf(part: JsonObject, whole: JsonObject): boolean {
  return Object.entries(part).every(
    ([key, value]) => JSON.stringify(whole[key]) === JSON.stringify(value),
  );
}
