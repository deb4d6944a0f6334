import type { ErrorLike } from '@backstage/errors';
import { causeOf } from '@callboard/page-parts';

const MAX_LENGTH = 500;

/**
 * Why a run was not begun, in a sentence. Stock's client puts the whole answer into its message; of an answer that lists faults of values,
 * the values themselves are left out.
 */
export function refusalWords(error: ErrorLike): string {
  const words = causeOf(error);
  const json = words.indexOf('{');
  if (words.startsWith('Backend request failed') && json >= 0) {
    const told = readAnswer(words.slice(json));
    if (told) return cut(told);
    return cut(words.slice(0, json).trim());
  }
  return cut(words.split(/\r?\n/)[0]);
}

function readAnswer(text: string): string | undefined {
  try {
    const { errors, error } = JSON.parse(text);
    if (Array.isArray(errors))
      return errors
        .map(({ property = '', message = 'is not right' }) =>
          `${String(property).replace(/^instance\.?/, '')} ${message}`.trim(),
        )
        .join('; ');
    return typeof error?.message === 'string'
      ? error.message.split(/\r?\n/)[0]
      : undefined;
  } catch {
    return undefined;
  }
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)} …` : text;
}
