import { notAMember } from '../../http/invalidRequest';

/** Throws 422 where a parameter has a value, or one of several with commas, that GitHub does not know. */
export function requireChoices(options: {
  query: URLSearchParams;
  choices: Record<string, string[]>;
}): void {
  for (const [name, choices] of Object.entries(options.choices)) {
    const wrong = readTexts(options.query, name)?.find(
      value => !choices.includes(value),
    );
    if (wrong !== undefined) {
      throw notAMember({ value: wrong, members: choices });
    }
  }
}

/** A comma-separated value; undefined where there is none. */
export function readTexts(
  query: URLSearchParams,
  name: string,
): string[] | undefined {
  return query
    .get(name)
    ?.split(',')
    .map(text => text.trim())
    .filter(Boolean);
}
