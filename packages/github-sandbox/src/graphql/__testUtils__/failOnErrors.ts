/** Fails a test where something went wrong inside the sandbox, whatever it answered. */
export function failOnErrors(options: {
  sandbox: { errors: unknown[] };
}): void {
  const [first] = options.sandbox.errors;
  if (first) throw first;
}
