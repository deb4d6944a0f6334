import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import { environmentSecrets } from './environmentSecrets';
import { isObject } from './isObject';
import { PARAMETER_PREFIX, splitPath } from './parameterPath';
import type { RunSpec } from './RunSpec';
import { secretValues } from './secretValues';

/** Where a secret parameter stands in the secrets of a run, so that stock's own log masks it too. No template can name it. */
const HIDDEN_PREFIX = '__parameter:';

/**
 * The reverse of `splitSecrets`: what the runner works with.
 *
 * @returns `spec` with the values in place and without the added fields; `secrets` with the parameters' texts besides; `values`: every
 * text that must not be shown, for `createMask`.
 */
export function joinSecrets(options: {
  spec: RunSpec;
  /** As `splitSecrets` made it; other keys are left aside. */
  hidden: Record<string, string>;
  secrets?: TaskSecrets;
}): { spec: TaskSpec; secrets: TaskSecrets; values: string[] } {
  const { maskedParameters: _, maskedTypes: __, ...stored } = options.spec;
  const parameters = structuredClone(stored.parameters ?? {});
  const texts: TaskSecrets = {};
  const values: string[] = [];
  for (const [key, text] of Object.entries(options.hidden)) {
    if (!key.startsWith(PARAMETER_PREFIX)) continue;
    const path = key.slice(PARAMETER_PREFIX.length);
    const value: JsonValue = JSON.parse(text);
    put(parameters, splitPath(path), value);
    const found = secretValues({ value });
    values.push(...found);
    found.forEach((each, index) => {
      texts[`${HIDDEN_PREFIX}${path}:${index}`] = each;
    });
  }
  return {
    spec: { ...stored, parameters },
    secrets: { ...options.secrets, ...texts },
    values: [
      ...new Set([
        ...values,
        ...secretValues({ secrets: options.secrets }),
        ...environmentSecrets(),
      ]),
    ],
  };
}

function put(into: JsonObject, [name, ...rest]: string[], value: JsonValue) {
  if (rest.length === 0) {
    define(into, name, value);
    return;
  }
  if (!Object.hasOwn(into, name) || !isObject(into[name])) {
    define(into, name, {});
  }
  put(into[name] as JsonObject, rest, value);
}

/** Not an assignment: a parameter may be called `__proto__`. */
function define(into: JsonObject, name: string, value: JsonValue) {
  Object.defineProperty(into, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
