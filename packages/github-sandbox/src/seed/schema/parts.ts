/** A JSON schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object with these keys and no others. */
export function objectOf(options: {
  keys: Record<string, Schema>;
  required?: string[];
}): Schema {
  return {
    type: 'object',
    properties: options.keys,
    required: options.required ?? [],
    additionalProperties: false,
  };
}

export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

export function oneOf(...values: string[]): Schema {
  return { enum: values };
}

export const text: Schema = { type: 'string' };
export const filledText: Schema = { type: 'string', minLength: 1 };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const daysAgo: Schema = { type: 'number', minimum: 0 };
export const textOrNull: Schema = { type: ['string', 'null'] };
export const login: Schema = {
  type: 'string',
  pattern: '^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(\\[bot\\])?$',
};
export const logins = listOf(login);
export const permission = oneOf('pull', 'triage', 'push', 'maintain', 'admin');
export const replacements = listOf(
  objectOf({
    keys: { replace: filledText, with: text },
    required: ['replace', 'with'],
  }),
);
export const variables: Schema = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
  additionalProperties: text,
};
const outcome = objectOf({
  keys: {
    exitCode: { type: 'integer', minimum: 0, maximum: 255 },
    output: text,
    outputs: mapOf(text),
  },
  required: ['exitCode'],
});
export const runner = objectOf({
  keys: { commands: mapOf(outcome), actions: mapOf(outcome) },
});
