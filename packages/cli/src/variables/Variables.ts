import fs from 'node:fs';
import type { Problem } from '../problems/Problem';

/** A value and where it came from. */
export interface VariableValue {
  value: string;
  /** What a person would call the place: `the environment`, `the file in NAME_FILE`, `.env`. */
  source: string;
}

/**
 * The variables that a portal may use. A variable `NAME` comes from the environment, else from the file that `NAME_FILE` names, else
 * from the environment file, at last from what is stored. An empty value counts only where no other place has one.
 */
export class Variables {
  readonly #env: Record<string, string | undefined>;
  readonly #envFile: Record<string, string>;
  readonly #envFileLabel: string;
  readonly #stored: { label: string; values: Record<string, string> };
  readonly #problems = new Map<string, Problem>();
  readonly #warnings = new Map<string, string>();
  readonly #found = new Map<string, VariableValue | undefined>();
  readonly #files: Set<string>;

  constructor(options: {
    env: Record<string, string | undefined>;
    envFile?: { label: string; values: Record<string, string> };
    /** Values for what nobody has set, and where they lie. */
    stored?: { label: string; values: Record<string, string> };
    /** Shared by all that were made from the same ones. */
    files?: Set<string>;
  }) {
    this.#env = options.env;
    this.#envFile = options.envFile?.values ?? {};
    this.#envFileLabel = options.envFile?.label ?? '.env';
    this.#files = options.files ?? new Set();
    this.#stored = options.stored ?? { label: 'what is stored', values: {} };
  }

  /** Undefined when no place has the variable, or when its file cannot be read, which `problems` then holds. */
  lookup(name: string): VariableValue | undefined {
    if (!this.#found.has(name)) {
      this.#found.set(name, this.#find(name));
    }
    return this.#found.get(name);
  }

  get(name: string): string | undefined {
    return this.lookup(name)?.value;
  }

  /** Environment and environment file together, without what `NAME_FILE` variables hold. */
  all(): Record<string, string | undefined> {
    return { ...this.#envFile, ...this.#env };
  }

  /** What was wrong with the files of those variables that were looked up. */
  get problems(): Problem[] {
    return [...this.#problems.values()];
  }

  get warnings(): string[] {
    return [...this.#warnings.values()];
  }

  /** The files behind `NAME_FILE` of the variables that were looked up, readable or not. */
  get files(): string[] {
    return [...this.#files];
  }

  /** The same variables with some values set by the launcher itself. */
  with(values: Record<string, string>): Variables {
    return new Variables({
      env: { ...this.#env, ...values },
      envFile: { label: this.#envFileLabel, values: this.#envFile },
      stored: this.#stored,
      files: this.#files,
    });
  }

  /** The same variables with values for what nobody has set. */
  withStored(stored: {
    label: string;
    values: Record<string, string>;
  }): Variables {
    return new Variables({
      env: this.#env,
      envFile: { label: this.#envFileLabel, values: this.#envFile },
      stored,
      files: this.#files,
    });
  }

  #find(name: string): VariableValue | undefined {
    const places = [
      { values: this.#env, label: 'the environment' },
      { values: this.#envFile, label: this.#envFileLabel },
      this.#stored,
    ];
    let empty: VariableValue | undefined;
    for (const { values, label } of places) {
      const value = values[name];
      const file = values[`${name}_FILE`];
      if (value?.trim() && file?.trim()) {
        this.#warnings.set(
          name,
          `${name} and ${name}_FILE are both set in ${label}; ${name} is used.`,
        );
      }
      if (value?.trim()) {
        return { value, source: label };
      }
      if (file?.trim()) {
        return this.#readFile({ name, file: file.trim() });
      }
      if (value !== undefined) {
        empty ??= { value, source: label };
      }
    }
    return empty;
  }

  #readFile(options: {
    name: string;
    file: string;
  }): VariableValue | undefined {
    const { name, file } = options;
    this.#files.add(file);
    try {
      // Editors and `kubectl create secret --from-file` leave a line break at the end, which is no part of the value.
      const value = fs.readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
      return { value, source: `the file in ${name}_FILE` };
    } catch (error) {
      this.#problems.set(name, {
        code: 'variable-file',
        problem: `the file for ${name} cannot be read`,
        // Somebody may have put the secret itself there.
        where: file.includes('/') ? `${name}_FILE=${file}` : `${name}_FILE`,
        cause: causeOf(error as NodeJS.ErrnoException),
        remedy: `correct the path in ${name}_FILE, make the file readable for the user that runs the portal, or set ${name} itself`,
        variable: name,
      });
      return undefined;
    }
  }
}

/** Without the path, which Node's own message quotes. */
function causeOf({ code, message }: NodeJS.ErrnoException) {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file (ENOENT)';
    case 'EISDIR':
      return 'it is a folder (EISDIR)';
    case 'EACCES':
      return 'it may not be read (EACCES)';
    default:
      return code ?? message;
  }
}
