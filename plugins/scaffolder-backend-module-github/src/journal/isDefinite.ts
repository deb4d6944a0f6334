import { isBudgetRefusal } from '@callboard/plugin-github-node';

/** Our own refusals, before anything was sent. */
const OWN = new Set([
  'AskFirstError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
]);

/** Whether an error says that nothing was taken in: GitHub refused it, or it was never sent. In doubt it may have been. */
export function isDefinite(error: unknown): boolean {
  if (isBudgetRefusal(error)) return true;
  const { status, name, cause } = (error ?? {}) as {
    status?: unknown;
    name?: string;
    cause?: unknown;
  };
  if (typeof status === 'number') {
    return status >= 400 && status < 500 && status !== 408;
  }
  if (name && OWN.has(name)) return true;
  return cause !== undefined && isDefinite(cause);
}
