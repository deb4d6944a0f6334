import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * A request's body or query as the schema has it. The `InputError` names all fields that are wrong, and never quotes a value.
 */
export function readInput<T extends z.ZodType>(options: {
  schema: T;
  input: unknown;
  /** As in 'the body is not valid'. @defaultValue the body */
  what?: string;
}): z.infer<T> {
  const { schema, input, what = 'the body' } = options;
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, code, message }) =>
    code === 'unrecognized_keys'
      ? 'there is a field that is not known'
      : `${path.join('.') || what}: ${message}`,
  );
  throw new InputError(
    `The request is not valid: ${[...new Set(problems)].join('; ')}`,
  );
}
