const MAX_DEPTH = 64;

/**
 * A copy of a value of JSON with every text, number and key masked. What is nested deeper than 64 levels is left out, and so is what
 * refers to itself.
 */
export function maskDeep<T>(options: {
  value: T;
  text: (text: string) => string;
}): T {
  const { value, text } = options;
  return walk({ value, text, depth: 0, known: new Map() }) as T;
}

interface Walk {
  value: unknown;
  text: (text: string) => string;
  depth: number;
  /** What was made of an object; undefined while it is being made. */
  known: Map<object, unknown>;
}

function walk(at: Walk): unknown {
  const { value, text, depth, known } = at;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    const written = String(value);
    const masked = text(written);
    return masked === written ? value : masked;
  }
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (depth >= MAX_DEPTH) return undefined;
  if (known.has(value)) return known.get(value);
  known.set(value, undefined);
  const made = copy({ ...at, value });
  known.set(value, made);
  return made;
}

function copy(at: Walk & { value: object }): unknown {
  const { value, text } = at;
  const into = (each: unknown) =>
    walk({ ...at, value: each, depth: at.depth + 1 });
  if (Array.isArray(value)) return value.map(into);
  if (value instanceof Error) return maskError({ error: value, text, into });
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return into(toJSON.call(value));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [text(key), into(each)]),
  );
}

/** An error stays one, since loggers and answers treat errors apart; the stack is masked as the message is. */
function maskError(options: {
  error: Error;
  text: (text: string) => string;
  into: (value: unknown) => unknown;
}) {
  const { error, text, into } = options;
  const masked: Error = Object.create(Object.getPrototypeOf(error));
  const own = ['name', 'message', 'stack', 'cause', ...Object.keys(error)];
  for (const key of new Set(own)) {
    const value = error[key as keyof Error];
    if (value === undefined) continue;
    Object.defineProperty(masked, key, {
      value: typeof value === 'string' ? text(value) : into(value),
      configurable: true,
      enumerable: Object.prototype.propertyIsEnumerable.call(error, key),
      writable: true,
    });
  }
  return masked;
}
