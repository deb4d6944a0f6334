import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** A request's body as the schema has it. The `InputError` names the fields that are wrong and never quotes a value, which may be a secret. */
export function readBody<T extends z.ZodType>(options: {
  schema: T;
  body: unknown;
}): z.infer<T> {
  const { schema, body } = options;
  const read = schema.safeParse(body);
  if (read.success) {
    return read.data;
  }
  const problems = read.error.issues.map(({ path, code, message }) =>
    code === 'unrecognized_keys'
      ? 'it has a field that is not known'
      : `${path.length > 0 ? path.join('.') : 'the body'}: ${message}`,
  );
  throw new InputError(
    `The request is not valid: ${[...new Set(problems)].join('; ')}`,
  );
}
