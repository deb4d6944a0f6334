import { InputError } from '@backstage/errors';
import { readableReason } from './readableReason';
import type { SettingFlaw } from './SettingFlaw';

/** What is wrong in a configuration, gathered so that an operator sees all of it at once. */
export interface ProblemList {
  /** `key` is the full path, `reason` says what is wrong there and what to do; no secrets. */
  add(key: string, reason: string): void;
  /** As `add`, of what has no effect and harms nobody. */
  warn(key: string, reason: string): void;
  /** The result of `read`, or undefined where it throws; then its message becomes a problem of `key`, or of the key that it names. */
  attempt<T>(key: string, read: () => T): T | undefined;
  /** Those so far, each once. */
  problems(): SettingFlaw[];
  warnings(): SettingFlaw[];
  /** An `InputError` with all problems, if there are any. */
  throwIfAny(): void;
}

/** An empty list. */
export function createProblemList(): ProblemList {
  const problems = new Map<string, SettingFlaw>();
  const warnings = new Map<string, SettingFlaw>();
  const put = (into: Map<string, SettingFlaw>, flaw: SettingFlaw) => {
    const reason = flaw.reason.replace(/\s*\n\s*/g, ' ');
    into.set(`${flaw.key}: ${reason}`, { key: flaw.key, reason });
  };
  return {
    add: (key, reason) => put(problems, { key, reason }),
    warn: (key, reason) => put(warnings, { key, reason }),
    attempt(key, read) {
      try {
        return read();
      } catch (error) {
        put(problems, readableReason({ key, error }));
        return undefined;
      }
    },
    problems: () => [...problems.values()],
    warnings: () => [...warnings.values()],
    throwIfAny() {
      if (problems.size === 0) return;
      const title =
        problems.size === 1
          ? 'The configuration of the catalog from GitHub is wrong'
          : `The configuration of the catalog from GitHub is wrong in ${problems.size} places`;
      throw new InputError(
        `${title}:\n${[...problems.keys()]
          .map(text => `- ${text}`)
          .join('\n')}`,
      );
    },
  };
}
