import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** A request's query as the schema has it. The `InputError` names the parameters that are wrong, and how they have to be. */
export function readQuery<T extends z.ZodType>(options: {
  schema: T;
  query: unknown;
}): z.infer<T> {
  const { schema, query } = options;
  const read = schema.safeParse(query);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, code, message, ...issue }) =>
    code === 'unrecognized_keys'
      ? `there is no parameter ${(issue as { keys: string[] }).keys.join(', ')}`
      : `${path.join('.')}: ${message}`,
  );
  throw new InputError(
    `The address is not valid: ${[...new Set(problems)].join('; ')}`,
  );
}
