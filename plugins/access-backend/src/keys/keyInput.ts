import { z } from 'zod';

const LONGEST_HOURS = 5 * 365 * 24;
const MOST_OVERLAP_HOURS = 7 * 24;

const OWNER =
  /^(user|group):[a-z0-9]([a-z0-9-]*[a-z0-9])?\/[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?$/i;

const names = (options: { form: RegExp; what: string }) =>
  z
    .array(z.string().max(200).regex(options.form, `is not ${options.what}`))
    .min(1)
    .max(100);

/** The body of a request for a key; see `KeyRequest`. */
export const keyRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  owner: z
    .string()
    .max(500)
    .regex(OWNER, 'is not like user:default/olivia or group:default/platform')
    .optional(),
  scopes: z
    .strictObject({
      plugins: names({
        form: /^[a-z0-9_-]+$/i,
        what: 'the id of a plugin',
      }).optional(),
      permissions: names({
        form: /^[a-z0-9._-]+$/i,
        what: 'the name of a permission',
      }).optional(),
      readOnly: z.boolean().default(false),
    })
    .refine(({ plugins, permissions }) => plugins || !permissions, {
      path: ['permissions'],
      message: 'name the plugins, too, in which these permissions count',
    }),
  expiresInHours: z
    .number()
    .int()
    .min(1)
    .max(LONGEST_HOURS)
    .default(90 * 24),
});

/** The body of a rotation; see `KeyRotation`. */
export const keyRotationSchema = z.strictObject({
  overlapHours: z.number().min(0).max(MOST_OVERLAP_HOURS).default(24),
});
