import { wrongType } from './wrongType';

/** A whole number in a body; undefined where nothing is said, which null stands for as well. Throws 422 for anything else. */
export function readNumber(options: {
  body: Record<string, unknown>;
  field: string;
}): number | undefined {
  const { body, field } = options;
  const value = body[field] ?? undefined;
  if (value === undefined || Number.isSafeInteger(value)) {
    return value as number | undefined;
  }
  throw wrongType({ field, value, wanted: 'an integer' });
}
