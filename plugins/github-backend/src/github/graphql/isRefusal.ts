import type { GraphqlError } from './GraphqlAnswer';
import { isTooMuch } from './isTooMuch';

/** Whether an error says that its field may not be read, by its type: `FORBIDDEN` and such. What GitHub gives no type may pass. */
export function isRefusal(error: GraphqlError): boolean {
  return (
    error.type !== undefined &&
    error.type !== 'RATE_LIMITED' &&
    !isTooMuch(error)
  );
}
