import { GitHubError } from '../../http/GitHubError';

/** How lists of a branch's protection change: PUT replaces, POST adds, DELETE takes away. */
export const listChanges = ['PUT', 'POST', 'DELETE'] as const;

/** A list of names after a change. The body has the names in a field, or is the list itself, as older callers send it. Throws 422. */
export function changedNames(options: {
  method: (typeof listChanges)[number];
  known: string[];
  body: unknown;
  field: string;
}): string[] {
  const { method, known, body, field } = options;
  const names = Array.isArray(body)
    ? body
    : (body as Record<string, unknown>)[field];
  if (
    !Array.isArray(names) ||
    !names.every((name): name is string => typeof name === 'string')
  ) {
    throw new GitHubError({
      status: 422,
      message: `Invalid request.\n\n"${field}" must be a list of texts.`,
    });
  }
  switch (method) {
    case 'PUT':
      return [...new Set(names)];
    case 'POST':
      return [...new Set([...known, ...names])];
    default:
      return known.filter(name => !names.includes(name));
  }
}
