import type { JsonValue } from '@backstage/types';
import type { Variables } from '../variables/Variables';
import { findValue } from './findValue';
import { flawOf } from './flawOf';
import type { PresetVariable } from './Preset';
import { toPem } from './toPem';

/** What was found for a variable. */
export interface ResolvedValue {
  /** The name that held it: the variable itself, or one of its aliases. */
  name: string;
  /** The text as given, for lists with the commas; a private key in its PEM form. */
  text: string;
  /** What the app-config gets: a list, a number or a boolean where the type says so. */
  value: JsonValue;
  source: string;
  isDefault: boolean;
  /** What is wrong with it, as the end of a sentence that starts with its name. */
  flaw?: string;
  /** What the operator should know about where it came from. */
  note?: string;
}

/** Looks a variable up under its name and its aliases, and checks the value against its type and pattern. */
export function valueOf(options: {
  name: string;
  definition: PresetVariable;
  variables: Variables;
}): ResolvedValue | undefined {
  const { name, definition } = options;
  const found = findValue(options);
  if (!found) {
    return undefined;
  }
  const text =
    definition.type === 'pem'
      ? toPem({ text: found.value, isBase64: found.name.endsWith('_BASE64') })
      : found.value.trim();
  return {
    name: found.name,
    text,
    value: toValue({ definition, text }),
    source: found.source,
    isDefault: found.isDefault,
    flaw: text ? flawOf({ definition, text }) : undefined,
    note: definition.aliases.find(
      alias => alias.name === found.name && found.name !== name,
    )?.note,
  };
}

function toValue(options: {
  definition: PresetVariable;
  text: string;
}): JsonValue {
  const { definition, text } = options;
  const items = definition.list
    ? text
        .split(',')
        .map(item => item.trim())
        .filter(Boolean)
    : [text];
  const values = items.map(item => {
    switch (definition.type) {
      case 'integer':
        return Number(item);
      case 'boolean':
        return item.toLowerCase() === 'true';
      case 'url':
        return item.replace(/\/+$/, '');
      default:
        return item;
    }
  });
  return definition.list ? values : values[0];
}
