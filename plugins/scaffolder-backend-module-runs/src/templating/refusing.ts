/**
 * A value that throws an error as soon as anybody looks at it. Stock's runner takes the raw text of an expression where rendering fails, and
 * would go on with it; this in the place of the rendered value ends the step before its action begins.
 */
export function refusing(error: Error): any {
  const refuse = (): never => {
    throw error;
  };
  return new Proxy([], {
    get: refuse,
    has: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
    getPrototypeOf: refuse,
  });
}
