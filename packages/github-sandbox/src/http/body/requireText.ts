import { notSupplied } from '../invalidRequest';
import { readText } from './readText';
import { wrongType } from './wrongType';

/** A text that a body must have. Throws 422. */
export function requireText(options: {
  body: Record<string, unknown>;
  field: string;
}): string {
  const value = readText(options);
  const { field } = options;
  if (value === undefined) throw notSupplied(field);
  if (value === null) throw wrongType({ field, value, wanted: 'a string' });
  return value;
}
