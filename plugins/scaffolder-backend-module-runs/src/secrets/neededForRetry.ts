import type { JsonObject, JsonValue } from '@backstage/types';
import type { RunNeed } from '@callboard/plugin-scaffolder-common';
import { isObject } from './isObject';
import { PARAMETER_PREFIX, splitPath } from './parameterPath';
import { referencedNames } from './referencedNames';
import type { RunSpec } from './RunSpec';

/** Secrets that the portal itself puts there. */
const OWN_SECRETS = /^(backstageToken$|__)/;

/**
 * What a retry must be given again: the secret parameters and secrets that the steps which are still to run, or the outputs, refer to, and
 * the secrets that the template demands.
 */
export function neededForRetry(options: {
  spec: RunSpec;
  /** Stock's state of the task: `{steps: {[id]: {status}}}`. */
  state?: JsonObject;
  maskedParameters: string[];
  /** JSON schema of the template's `spec.secrets.schema`. */
  secretsSchema?: JsonObject;
}): RunNeed[] {
  const { spec, state, maskedParameters, secretsSchema } = options;
  const done = isObject(state?.steps) ? state.steps : {};
  const remaining = spec.steps.filter(step => !isDone(done[step.id]));
  const value = [remaining, spec.output ?? {}] as unknown as JsonValue;
  const parameters = referencedNames({ value, of: 'parameters' });
  const secrets = referencedNames({ value, of: 'secrets' });
  const needed = maskedParameters.filter(
    path =>
      parameters.hasUnknown ||
      parameters.paths.some(each => isOnPath(splitPath(path), each)),
  );
  const required = Array.isArray(secretsSchema?.required)
    ? secretsSchema.required.map(String)
    : [];
  const properties = isObject(secretsSchema?.properties)
    ? secretsSchema.properties
    : {};
  const names = new Set([
    ...required,
    ...secrets.paths.map(path => path[0]),
    ...(secrets.hasUnknown ? Object.keys(properties) : []),
  ]);
  return [
    ...needed.map(path => ({
      name: PARAMETER_PREFIX + path,
      title: splitPath(path).join('.'),
      kind: 'parameter' as const,
      ...(spec.maskedTypes?.[path] === 'json' && { format: 'json' as const }),
    })),
    ...[...names]
      .filter(name => !OWN_SECRETS.test(name))
      .map(name => ({
        name,
        title: titleOf(properties[name]) ?? name,
        kind: 'secret' as const,
      })),
  ];
}

function isDone(step: JsonValue | undefined) {
  return isObject(step) && step.status === 'completed';
}

/** Whether one path leads to, or through, the other. */
function isOnPath(secret: string[], used: string[]) {
  const shared = Math.min(secret.length, used.length);
  return secret.slice(0, shared).every((name, i) => name === used[i]);
}

function titleOf(schema: JsonValue | undefined) {
  return isObject(schema) && typeof schema.title === 'string'
    ? schema.title
    : undefined;
}
