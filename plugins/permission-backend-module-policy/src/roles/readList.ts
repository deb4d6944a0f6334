import type { RoleProblem } from './RoleProblem';

/** A list of texts that is not required, and what is wrong with it. */
export function readList(options: {
  value: unknown;
  key: string;
  /** What an entry has to look like, as in 'write the name of a permission'. */
  form: RegExp;
  remedy: string;
}): { entries: string[]; problems: RoleProblem[] } {
  const { value, key, form, remedy } = options;
  if (value === undefined || value === null)
    return { entries: [], problems: [] };
  if (!Array.isArray(value)) {
    return {
      entries: [],
      problems: [{ key, problem: 'is not a list', remedy }],
    };
  }
  const entries = value.map(entry =>
    typeof entry === 'string' ? entry.trim() : undefined,
  );
  return {
    entries: entries.filter(
      entry => entry !== undefined && form.test(entry),
    ) as string[],
    problems: entries.flatMap((entry, index) =>
      entry !== undefined && form.test(entry)
        ? []
        : [
            {
              key: `${key}[${index}]`,
              problem: `is ${JSON.stringify(value[index])}`,
              remedy,
            },
          ],
    ),
  };
}
