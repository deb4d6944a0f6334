import { wrongType } from './wrongType';

/** True or false in a body; undefined where nothing is said, which null stands for as well. Throws 422 for anything else. */
export function readFlag(options: {
  body: Record<string, unknown>;
  field: string;
}): boolean | undefined {
  const { body, field } = options;
  const value = body[field] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw wrongType({ field, value, wanted: 'a boolean' });
}
