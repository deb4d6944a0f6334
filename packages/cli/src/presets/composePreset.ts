import type { JsonObject, JsonValue } from '@backstage/types';
import type { Problem } from '../problems/Problem';
import { appendPart, mergeParts } from './mergeParts';
import type { Preset } from './Preset';
import { optionKey, type ResolvedVariables } from './resolveVariables';
import { substitute } from './substitute';

/** The app-config of one preset with its variables filled in. */
export interface ComposedPreset {
  data: JsonObject;
  warnings: string[];
  /** Lists that should have been of one length. */
  problems: Problem[];
  /** The variables that a value was filled in from, by its way in the data as JSON. */
  variablesAt: Map<string, string[]>;
  /** What the sign-in has to yield for it, with the variable that says so. */
  needs: { what: 'idToken'; variable: string }[];
}

/** Puts together what applies: the base, one part for each item of a list, the options in use, the conditions that hold. */
export function composePreset(options: {
  preset: Preset;
  resolved: ResolvedVariables;
  /** Values that no preset declares: the launcher's own, or the operator's. */
  lookup: (name: string) => string | undefined;
}): ComposedPreset {
  const { preset, resolved, lookup } = options;
  const values = new Map(
    resolved.wanted.flatMap(({ name, resolved: found }) =>
      found?.text.trim() ? [[name, found] as const] : [],
    ),
  );
  const valueOf = (name: string): JsonValue | undefined =>
    values.get(name)?.value ?? lookup(name);
  const declared = new Set([
    ...resolved.wanted.map(({ name }) => name),
    'CALLBOARD_SIGN_IN_PROVIDER',
  ]);
  const textOf = (name: string) => values.get(name)?.text ?? lookup(name);

  const result: ComposedPreset = {
    data: {},
    warnings: [],
    problems: [],
    variablesAt: new Map(),
    needs: [],
  };
  const fill = (part: JsonObject, valueFor = valueOf) =>
    substitute({
      value: part,
      valueFor,
      onFilled: ({ path, variables, isLost }) => {
        result.variablesAt.set(JSON.stringify(path), variables);
        const unknown = variables.filter(
          name => isLost && !declared.has(name) && valueFor(name) === undefined,
        );
        result.warnings.push(
          ...unknown.map(
            name =>
              `${path.join(
                '.',
              )} is left out: the preset does not declare the variable ${name}, and it is not set`,
          ),
        );
      },
    }) as JsonObject;
  const add = (data: JsonObject) => {
    result.data = mergeParts(result.data, data);
  };

  add(fill(preset.appConfig));
  for (const { variables, when, appConfig } of preset.repeat) {
    if (when && !holds({ condition: when, text: textOf(when.variable) })) {
      continue;
    }
    const items = variables.map(name => [valueOf(name) ?? []].flat());
    const [{ length }] = items;
    // A single value serves every entry, unless it is a secret, which belongs to one of them.
    const differ = items.some(
      (list, at) =>
        list.length !== length &&
        (list.length > 1 || isSecret({ resolved, name: variables[at] })) &&
        list.length > 0,
    );
    if (differ) {
      result.problems.push(lengthProblem({ preset, variables, items }));
      continue;
    }
    let repeated: JsonObject = {};
    for (let index = 0; index < length; index += 1) {
      const part = fill(appConfig, name => {
        const at = variables.indexOf(name);
        return at === -1 ? valueOf(name) : items[at][index] ?? items[at][0];
      });
      repeated = appendPart(repeated, part) as JsonObject;
    }
    add(repeated);
  }
  for (const choice of preset.requires.choices) {
    for (const option of choice.options) {
      if (resolved.options.has(optionKey({ preset, choice, option }))) {
        add(fill(option.appConfig));
      }
    }
  }
  for (const condition of preset.when) {
    if (holds({ condition, text: textOf(condition.variable) })) {
      add(fill(condition.appConfig));
      if (condition.warning) result.warnings.push(condition.warning);
      if (condition.needs) {
        result.needs.push({
          what: condition.needs,
          variable: condition.variable,
        });
      }
    }
  }
  return result;
}

function holds(options: {
  condition: { is?: string; isNot?: string };
  text: string | undefined;
}) {
  const { condition, text } = options;
  const { is, isNot } = condition;
  if (is === undefined && isNot === undefined) {
    return Boolean(text?.trim());
  }
  const value = text?.trim().toLowerCase();
  return (
    (is === undefined || value === is.toLowerCase()) &&
    (isNot === undefined ||
      (value !== undefined && value !== isNot.toLowerCase()))
  );
}

function isSecret(options: { resolved: ResolvedVariables; name: string }) {
  const { resolved, name } = options;
  return Boolean(
    resolved.wanted.find(variable => variable.name === name)?.definition.secret,
  );
}

function lengthProblem(options: {
  preset: Preset;
  variables: string[];
  items: JsonValue[][];
}): Problem {
  const { preset, variables, items } = options;
  const counts = variables.map(
    (name, at) =>
      `${name} has ${items[at].length} ${
        items[at].length === 1 ? 'item' : 'items'
      }`,
  );
  return {
    code: 'variable-length',
    problem: `the lists ${variables.join(', ')} do not fit together`,
    cause: counts.join(', '),
    remedy:
      'give each of them one item per entry, in the same order, separated by commas',
    presets: [preset.name],
  };
}
