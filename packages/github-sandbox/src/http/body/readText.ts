import { wrongType } from './wrongType';

/** A text in a body: undefined where nothing is said, null where it is taken away. Throws 422 for what is no text. */
export function readText(options: {
  body: Record<string, unknown>;
  field: string;
}): string | null | undefined {
  const { body, field } = options;
  const value = body[field];
  if (value === undefined || value === null || typeof value === 'string') {
    return value;
  }
  throw wrongType({ field, value, wanted: 'a string' });
}
