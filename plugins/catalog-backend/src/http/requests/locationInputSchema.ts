import { z } from 'zod/v3';

/** A location in a request body. */
export const locationInputSchema = z
  .object({
    type: z.string(),
    target: z.string(),
    presence: z.literal('required').or(z.literal('optional')).optional(),
  })
  .strict();
