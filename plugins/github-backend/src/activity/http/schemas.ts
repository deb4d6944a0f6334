import { z } from 'zod';

const id = z
  .string()
  .regex(/^\d{1,15}$/, 'a number is needed')
  .transform(Number);

export const runParameter = z.object({ run: id });
export const jobParameter = z.object({ job: id });
export const workflowParameter = z.object({ id });

const word = z.string('a text is needed').min(1, 'it is empty').max(250);

export const runFilter = z.object({
  workflow: id.optional(),
  branch: word.optional(),
  event: word.optional(),
  status: word.optional(),
  page: id
    .refine(page => page >= 1 && page <= 100, 'it must be from 1 to 100')
    .optional(),
});

export const attemptQuery = z.object({
  attempt: id.refine(attempt => attempt >= 1, 'it begins with 1').optional(),
});

/** No expression of git that leads elsewhere: `main~1`, `HEAD@{1}`. */
export const ref = word.regex(
  /^(?!-)(?!.*(\.\.|@\{|\/\/))[^\s~^:?*[\\\p{Cc}]+$/u,
  'it is no name of a branch or tag',
);

export const refQuery = z.object({ ref: ref.optional() });

export const rerunBody = z.strictObject({
  jobs: z.union(
    [z.enum(['all', 'failed']), z.int().positive()],
    "'all', 'failed' or the number of a job is needed",
  ),
});

export const cancelBody = z.strictObject({ force: z.boolean().optional() });

export const dispatchBody = z.strictObject({
  ref,
  inputs: z
    .record(z.string().min(1).max(200), z.string().max(65_535))
    .refine(inputs => Object.keys(inputs).length <= 25, 'at most 25 inputs')
    .default({}),
});

export const pullsQuery = z.object({
  state: z.enum(['open', 'closed']).default('open'),
});

/** `?children`, `?children=true`. */
export const summaryQuery = z.object({
  children: z
    .enum(['', 'true', 'false'])
    .optional()
    .transform(text => text === '' || text === 'true'),
});
