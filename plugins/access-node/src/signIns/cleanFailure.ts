import type { NewSignInFailure } from './SignInFailuresService';

const LONGEST = 300;
const MOST_ATTEMPTS = 20;

/** A failure whose texts are short and on one line: much of it comes from outside, and goes into a log. */
export function cleanFailure(failure: NewSignInFailure): NewSignInFailure {
  const { provider, kind, detail, person, attempts, links } = failure;
  return {
    provider,
    kind,
    detail: clean(detail),
    person: person && cleaned(person),
    attempts: attempts.slice(0, MOST_ATTEMPTS).map(cleaned),
    links: links?.map(({ title, href }) => ({ title: clean(title)!, href })),
  };
}

function cleaned<T extends object>(record: T): T {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, clean(value)]),
  ) as T;
}

function clean(text: unknown): string | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  const line = String(text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
