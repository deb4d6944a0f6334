import type { JsonObject, JsonValue } from '@backstage/types';

const PLACEHOLDER = /\$\$\{[^}]*\}|\$\{([^}]*)\}/g;
const WHOLE = /^\$\{([^}]*)\}$/;

/**
 * Fills in `${NAME}` as Backstage does in its files: `${NAME:-default}` has a default for an unset or empty variable, `$${NAME}` stays as
 * `${NAME}`, and a text that names a variable without a value becomes undefined, which drops its key. Beyond that, keys are filled in
 * too, and a text that is nothing but one placeholder takes the variable's own type.
 */
export function substitute(options: {
  value: JsonValue;
  valueFor: (name: string) => JsonValue | undefined;
  /** Told of each text that held placeholders: its way in the result, and the variables that it names. */
  onFilled?: (filled: {
    path: string[];
    variables: string[];
    /** Whether the text is lost if one of them has no value. */
    isLost: boolean;
  }) => void;
  path?: string[];
}): JsonValue | undefined {
  const { value, valueFor, onFilled, path = [] } = options;
  if (typeof value === 'string') {
    const named = [...value.matchAll(PLACEHOLDER)].flatMap(([, expression]) =>
      expression ? [parse(expression)] : [],
    );
    if (named.length > 0) {
      onFilled?.({
        path,
        variables: named.map(({ name }) => name),
        isLost: named.some(
          ({ name, fallback }) => !fallback && valueFor(name) === undefined,
        ),
      });
    }
    const whole = WHOLE.exec(value);
    return whole
      ? valueOf({ expression: whole[1], valueFor })
      : inText({ text: value, valueFor });
  }
  if (Array.isArray(value)) {
    return value
      .map((item, index) =>
        substitute({ ...options, value: item, path: [...path, `${index}`] }),
      )
      .filter(item => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const result: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    const name = inText({ text: key, valueFor });
    const filled =
      child === undefined || name === undefined
        ? undefined
        : substitute({ ...options, value: child, path: [...path, name] });
    if (name !== undefined && filled !== undefined) {
      result[name] = filled;
    }
  }
  return result;
}

function inText(options: {
  text: string;
  valueFor: (name: string) => JsonValue | undefined;
}): string | undefined {
  const { text, valueFor } = options;
  let isComplete = true;
  const filled = text.replace(PLACEHOLDER, (match, expression) => {
    if (expression === undefined) {
      return match.slice(1);
    }
    const value = valueOf({ expression, valueFor });
    isComplete &&= value !== undefined;
    return String(value);
  });
  return isComplete ? filled : undefined;
}

function valueOf(options: {
  expression: string;
  valueFor: (name: string) => JsonValue | undefined;
}): JsonValue | undefined {
  const { name, fallback } = parse(options.expression);
  const value = options.valueFor(name);
  if (value === undefined || value === '') {
    return fallback === undefined ? value : fallback || undefined;
  }
  return value;
}

/** `NAME:-default` in its parts. */
function parse(expression: string) {
  const [, name, fallback] = /^(.*?)(?::-(.*))?$/s.exec(expression)!;
  return { name: name.trim(), fallback: fallback as string | undefined };
}
