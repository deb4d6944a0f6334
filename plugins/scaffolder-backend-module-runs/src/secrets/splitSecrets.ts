import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from './isObject';
import { joinPath, PARAMETER_PREFIX, splitPath } from './parameterPath';
import type { RunSpec } from './RunSpec';

/**
 * Takes the values of secret parameters out of a spec, so that it can be stored and shown.
 *
 * A path that goes deeper than the value (`key.trim` of a string `key`) takes the whole value. What is not given is not in the answer.
 *
 * @returns `spec` without the values and with their names in `maskedParameters`; `hidden` with one JSON text per value, under
 * `parameters.PATH`. The given spec is not changed.
 */
export function splitSecrets(options: {
  spec: TaskSpec;
  secrets?: TaskSecrets;
  /** Dotted paths, as `findSecretParameters` gives them. */
  secretParameters: string[];
}): { spec: RunSpec; hidden: Record<string, string> } {
  const { spec, secretParameters } = options;
  const parameters = structuredClone(spec.parameters ?? {});
  const taken = new Map<string, JsonValue>();
  for (const path of secretParameters) {
    const found = take(parameters, splitPath(path), []);
    if (found) taken.set(joinPath(found.path), found.value);
  }
  if (taken.size === 0) return { spec, hidden: {} };
  const json = [...taken].filter(([, value]) => typeof value !== 'string');
  return {
    spec: {
      ...spec,
      parameters,
      maskedParameters: [...taken.keys()],
      ...(json.length > 0 && {
        maskedTypes: Object.fromEntries(json.map(([path]) => [path, 'json'])),
      }),
    },
    hidden: Object.fromEntries(
      [...taken].map(([path, value]) => [
        PARAMETER_PREFIX + path,
        JSON.stringify(value),
      ]),
    ),
  };
}

function take(
  from: JsonObject,
  [name, ...rest]: string[],
  above: string[],
): { path: string[]; value: JsonValue } | undefined {
  if (!Object.hasOwn(from, name)) return undefined;
  const value = from[name];
  const path = [...above, name];
  if (value === undefined || value === null) return undefined;
  if (rest.length > 0 && isObject(value)) return take(value, rest, path);
  delete from[name];
  return { path, value };
}
