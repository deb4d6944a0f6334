import { type PresetFileVariable, shippedPresets } from './shippedPresets';

/**
 * The variables that a selection cannot do without, with the examples that the presets themselves give. Of several ways of doing
 * something it is the first that needs no private key, since an example of one is none.
 */
export function exampleVariables(names: string[]): Record<string, string> {
  const values: Record<string, string> = {};
  const take = (variables: Record<string, PresetFileVariable> = {}) => {
    for (const [name, variable] of Object.entries(variables)) {
      const isNeeded =
        variable.required !== false && variable.default === undefined;
      if (isNeeded) {
        values[name] = String(variable.example);
      }
    }
  };
  for (const preset of shippedPresets()) {
    if (names.includes(preset.name)) {
      take(preset.requires?.variables);
      for (const { required, options } of preset.requires?.choices ?? []) {
        const option = options.find(({ variables }) =>
          Object.values(variables).every(({ type }) => type !== 'pem'),
        );
        take(required === false ? {} : option?.variables);
      }
    }
  }
  return values;
}
