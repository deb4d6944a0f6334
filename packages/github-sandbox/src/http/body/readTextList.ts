import { wrongType } from './wrongType';

/** A list of texts in a body; undefined where nothing is said, which null stands for as well. Throws 422 for anything else. */
export function readTextList(options: {
  body: Record<string, unknown>;
  field: string;
}): string[] | undefined {
  const { body, field } = options;
  const value = body[field] ?? undefined;
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw wrongType({ field, value, wanted: 'an array' });
  }
  value.forEach((item, at) => {
    if (typeof item === 'string') return;
    throw wrongType({
      field: `${field}/${at}`,
      value: item,
      wanted: 'a string',
    });
  });
  return value;
}
