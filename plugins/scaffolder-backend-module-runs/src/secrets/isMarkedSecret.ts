import type { JsonObject } from '@backstage/types';
import { isObject } from './isObject';

/** Whether the schema of a field says that its value is a secret: password widget, Secret field, `format: password`, `writeOnly`. */
export function isMarkedSecret(schema: JsonObject): boolean {
  const options = isObject(schema['ui:options']) ? schema['ui:options'] : {};
  return (
    schema.writeOnly === true ||
    is(schema.format, 'password') ||
    is(schema['ui:widget'], 'password') ||
    is(options.widget, 'password') ||
    is(schema['ui:field'], 'secret') ||
    is(options.field, 'secret')
  );
}

function is(value: unknown, word: string) {
  return typeof value === 'string' && value.toLowerCase() === word;
}
