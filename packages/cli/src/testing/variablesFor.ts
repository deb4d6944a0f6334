import type { PresetVariable } from '../presets/Preset';
import { shippedPresets } from './shippedPresets';

/**
 * The variables that a selection of shipped presets, with those that it requires, cannot do without, with the examples that the presets themselves give. Of several
 * ways of doing something it is the first that needs no private key, since an example of one is none.
 */
export function variablesFor(names: string[]): Record<string, string> {
  const values: Record<string, string> = {};
  const take = (variables: Record<string, PresetVariable> = {}) => {
    for (const [name, { required: isNeeded, example }] of Object.entries(
      variables,
    )) {
      if (isNeeded) {
        values[name] = example!;
      }
    }
  };
  const presets = shippedPresets();
  const required = presets
    .filter(({ name }) => names.includes(name))
    .flatMap(({ requires }) => requires.presets);
  for (const { name, requires } of presets) {
    if (names.includes(name) || required.includes(name)) {
      take(requires.variables);
      for (const { required: isRequired, options } of requires.choices) {
        const option = options.find(({ variables }) =>
          Object.values(variables).every(({ type }) => type !== 'pem'),
        );
        take(isRequired ? option?.variables : {});
      }
    }
  }
  return values;
}
