const CODES = new Set(['ECONNRESET', 'ECONNREFUSED']);

/** Whether a network has cut a push off, as proxies do that do not let git's protocol through. */
export function isCutOff(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return CODES.has(code ?? '') || (cause !== undefined && isCutOff(cause));
}
