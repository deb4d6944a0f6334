import type { Problem } from '../problems/Problem';
import { withoutUserInfo } from '../problems/withoutUserInfo';
import type { Variables } from '../variables/Variables';
import type {
  Preset,
  PresetChoice,
  PresetOption,
  PresetVariable,
} from './Preset';
import { type ResolvedValue, valueOf } from './valueOf';

/** A variable that selected presets want, and what was found. */
export interface WantedVariable {
  name: string;
  definition: PresetVariable;
  /** The presets that want it, in the order of the selection. */
  presets: string[];
  /** Whether the selection needs a value: it is required, and its option, if it belongs to one, is in use. */
  isNeeded: boolean;
  resolved?: ResolvedValue;
}

/** Values for the variables of a selection. */
export interface ResolvedVariables {
  wanted: WantedVariable[];
  /** Options in use, as `optionKey` names them. */
  options: ReadonlySet<string>;
  problems: Problem[];
  /** What the operator should know, such as an alias that served. */
  notices: string[];
}

/** Names an option of a choice of a preset. */
export function optionKey(options: {
  preset: Preset;
  choice: PresetChoice;
  option: PresetOption;
}): string {
  const { preset, choice, option } = options;
  return JSON.stringify([preset.name, choice.name, option.name]);
}

/**
 * Looks up every variable that the presets want. Each missing or malformed variable is one problem, however many presets want it. No
 * problem quotes the value of a secret.
 */
export function resolveVariables(options: {
  presets: Preset[];
  variables: Variables;
}): ResolvedVariables {
  const { presets, variables } = options;
  const wanted = new Map<string, WantedVariable>();
  const inUse = new Set<string>();
  const openChoices = new Map<
    string,
    { choice: PresetChoice; presets: string[] }
  >();

  const want = (
    preset: Preset,
    definitions: Record<string, PresetVariable>,
    isUsed: boolean,
  ) => {
    for (const [name, definition] of Object.entries(definitions)) {
      const isNeeded = isUsed && definition.required;
      const known = wanted.get(name);
      if (!known) {
        wanted.set(name, {
          name,
          definition,
          presets: [preset.name],
          isNeeded,
          resolved: valueOf({ name, definition, variables }),
        });
        continue;
      }
      if (!known.presets.includes(preset.name)) {
        known.presets.push(preset.name);
      }
      known.isNeeded ||= isNeeded;
      known.definition = {
        ...known.definition,
        secret: known.definition.secret || definition.secret,
        rights: [
          ...new Set([...known.definition.rights, ...definition.rights]),
        ],
      };
    }
  };
  for (const preset of presets) {
    want(preset, preset.requires.variables, true);
    for (const choice of preset.requires.choices) {
      const begun = choice.options.filter(option =>
        isBegun({ option, variables }),
      );
      for (const option of choice.options) {
        const isUsed = begun.includes(option);
        want(preset, option.variables, isUsed);
        if (isUsed) {
          inUse.add(optionKey({ preset, choice, option }));
        }
      }
      if (begun.length === 0 && choice.required) {
        const key = JSON.stringify([
          choice.name,
          choice.options.map(({ name }) => name),
        ]);
        const open = openChoices.get(key) ?? { choice, presets: [] };
        open.presets.push(preset.name);
        openChoices.set(key, open);
      }
    }
  }

  const all = [...wanted.values()];
  return {
    wanted: all,
    options: inUse,
    problems: [
      ...all.flatMap(variable => variableProblems({ variable, variables })),
      ...[...openChoices.values()].map(choiceProblem),
    ],
    notices: [...new Set(all.flatMap(({ resolved }) => resolved?.note ?? []))],
  };
}

/** A default begins nothing: only what the operator has set. */
function isBegun(options: { option: PresetOption; variables: Variables }) {
  const { option, variables } = options;
  return option.startedBy.some(name => {
    const definition = option.variables[name];
    const found = definition && valueOf({ name, definition, variables });
    // A file that cannot be read is a problem of its own, and says that the option is meant.
    if (variables.problems.some(({ variable }) => variable === name)) {
      return true;
    }
    return definition
      ? Boolean(found?.text.trim()) && !found?.isDefault
      : Boolean(variables.get(name)?.trim());
  });
}

function variableProblems(options: {
  variable: WantedVariable;
  variables: Variables;
}): Problem[] {
  const { variable, variables } = options;
  const { name, definition, presets, isNeeded, resolved } = variable;
  const about = {
    variable: name,
    presets,
    docs: definition.docs,
    example: definition.example,
  };
  if (variables.problems.some(problem => problem.variable === name)) {
    // Its file cannot be read, which is a problem of its own.
    return [];
  }
  if (!resolved || !resolved.text.trim()) {
    return isNeeded
      ? [
          {
            code: 'variable-missing',
            problem: `the variable ${name} is ${
              resolved ? 'empty' : 'not set'
            }`,
            cause: definition.description,
            remedy: `set ${name}, or ${name}_FILE to a file that holds it, in the environment or in .env`,
            ...about,
          },
        ]
      : [];
  }
  return resolved.flaw
    ? [
        {
          code: 'variable-invalid',
          problem: `the variable ${resolved.name} ${resolved.flaw}`,
          where: `${resolved.name} in ${resolved.source}`,
          cause: definition.secret
            ? definition.description
            : `the value is ${JSON.stringify(withoutUserInfo(resolved.text))}`,
          remedy: `correct the value${
            definition.pattern ? `; it must match ${definition.pattern}` : ''
          }`,
          ...about,
        },
      ]
    : [];
}

function choiceProblem(options: {
  choice: PresetChoice;
  presets: string[];
}): Problem {
  const { choice, presets } = options;
  const ways = choice.options.map(({ name, variables }) =>
    [
      `${name}:`,
      ...Object.entries(variables)
        .filter(([, { required }]) => required)
        .flatMap(([variable, { description, example, docs }]) => [
          `  ${variable}: ${description}`,
          ...(example ? [`    example: ${example}`] : []),
          ...(docs ? [`    see: ${docs}`] : []),
        ]),
    ].join('\n'),
  );
  return {
    code: 'choice-missing',
    problem: `nothing is set for the choice "${choice.name}": ${choice.description}`,
    presets,
    remedy: `set the variables of one of these:\n${ways.join('\n')}`,
  };
}
