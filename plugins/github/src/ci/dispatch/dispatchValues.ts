import type { DispatchInput } from '@callboard/plugin-github-common';

/** GitHub takes no more than this of all inputs together. */
const MOST_CHARACTERS = 65_535;

/** What the fields begin with: the defaults of the workflow, or what GitHub would take without an answer. */
export function firstValues(inputs: DispatchInput[]): Record<string, string> {
  return Object.fromEntries(
    inputs.map(input => {
      const { name, type, options = [] } = input;
      if (input.default !== undefined) return [name, input.default];
      if (type === 'boolean') return [name, 'false'];
      return [name, type === 'choice' ? options[0] ?? '' : ''];
    }),
  );
}

/** What is wrong, by the name of the input. Nothing wrong: empty. */
export function wrongValues(options: {
  inputs: DispatchInput[];
  values: Record<string, string>;
}): Record<string, string> {
  const { inputs, values } = options;
  const wrong: Record<string, string> = {};
  for (const { name, type, required, options: choices = [] } of inputs) {
    const value = values[name] ?? '';
    if (!value) {
      if (required) wrong[name] = 'The workflow needs this.';
    } else if (type === 'number' && !Number.isFinite(Number(value))) {
      wrong[name] = 'This is not a number.';
    } else if (type === 'choice' && !choices.includes(value)) {
      wrong[name] = 'Choose one of the list.';
    }
  }
  const length = Object.values(values).join('').length;
  if (length > MOST_CHARACTERS && inputs.length > 0)
    wrong[inputs[0].name] = `GitHub takes ${MOST_CHARACTERS.toLocaleString(
      'en',
    )} characters of all inputs together; these are ${length.toLocaleString(
      'en',
    )}.`;
  return wrong;
}

/** What is sent: inputs of the workflow only, and none that is empty and need not be there. */
export function sentValues(options: {
  inputs: DispatchInput[];
  values: Record<string, string>;
}): Record<string, string> {
  const { inputs, values } = options;
  return Object.fromEntries(
    inputs.flatMap(({ name }) =>
      values[name] ? [[name, values[name]] as const] : [],
    ),
  );
}
