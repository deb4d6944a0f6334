import { InputError } from '@backstage/errors';

/** The values of a query parameter that may be given several times. Throws an `InputError` when one is not a string. */
export function parseStrings(
  value: unknown,
  name: string,
): string[] | undefined {
  if (value === undefined) return undefined;
  const values = [value].flat();
  if (!values.every(each => typeof each === 'string'))
    throw new InputError(`Invalid ${name}, not a string`);
  return values;
}
