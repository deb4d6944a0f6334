import { wrongType } from './wrongType';

/** An object in a body; undefined where nothing is said, which null stands for as well. Throws 422 for anything else. */
export function readObject(options: {
  body: Record<string, unknown>;
  field: string;
}): Record<string, unknown> | undefined {
  const { body, field } = options;
  const value = body[field] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw wrongType({ field, value, wanted: 'an object' });
}
