import { isObject } from '../secrets/isObject';

/**
 * The answer to values that do not fit the schema, without the values: stock quotes all of them in each of its errors (`instance`), also
 * those that were fine. Which field it is and what is wrong with it stays.
 */
export function withoutValues(body: unknown): unknown {
  if (!isObject(body) || !Array.isArray(body.errors)) return body;
  return {
    ...body,
    errors: body.errors.map(error =>
      isObject(error) && 'instance' in error
        ? { ...error, instance: {} }
        : error,
    ),
  };
}
