import { ControlError } from '../ControlError';
import type { Check } from './checks';

/** The body, if it passes the check; throws 422 with all that is wrong otherwise. */
export function checkBody<T>(options: { body: unknown; check: Check }): T {
  const { body, check } = options;
  const problems =
    body === undefined
      ? [{ key: '', message: 'The request needs a JSON body' }]
      : check({ value: body, at: '' });
  if (problems.length > 0) throw new ControlError({ problems });
  return body as T;
}
