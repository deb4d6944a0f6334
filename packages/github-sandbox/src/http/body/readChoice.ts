import { validationFailed } from '../GitHubError';

/** One of some words in a body; undefined where nothing is said. Throws 422 for any other value. */
export function readChoice<Word extends string>(options: {
  body: Record<string, unknown>;
  field: string;
  words: readonly Word[];
  resource: string;
}): Word | undefined {
  const { body, field, words, resource } = options;
  const value = body[field];
  if (value === undefined) return undefined;
  const found = words.find(word => word === value);
  if (found) return found;
  throw validationFailed({
    errors: [
      {
        resource,
        field,
        code: 'invalid',
        message: `${field} must be one of: ${words.join(', ')}`,
      },
    ],
  });
}
