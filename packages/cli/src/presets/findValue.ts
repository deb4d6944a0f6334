import type { VariableValue, Variables } from '../variables/Variables';
import type { PresetVariable } from './Preset';

/** Where a variable's value was found: under which name, and whether it is only its default. */
export interface FoundValue extends VariableValue {
  name: string;
  isDefault: boolean;
}

/**
 * Looks in this order: the variable itself, for a private key `NAME_BASE64`, the aliases, the default. A blank value counts only where
 * nothing else is found.
 */
export function findValue(options: {
  name: string;
  definition: PresetVariable;
  variables: Variables;
}): FoundValue | undefined {
  const { name, definition, variables } = options;
  const isSet = (other: string) => Boolean(variables.get(other)?.trim());
  const names = [
    name,
    ...(definition.type === 'pem' ? [`${name}_BASE64`] : []),
    ...definition.aliases
      .filter(({ unless }) => unless === undefined || !isSet(unless))
      .map(alias => alias.name),
  ];
  const setName = names.find(isSet);
  if (setName) {
    return { ...variables.lookup(setName)!, name: setName, isDefault: false };
  }
  if (definition.default !== undefined) {
    return {
      name,
      value: definition.default,
      source: 'its default',
      isDefault: true,
    };
  }
  const blank = variables.lookup(name);
  return blank && { ...blank, name, isDefault: false };
}
