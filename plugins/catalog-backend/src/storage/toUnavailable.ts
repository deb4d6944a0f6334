import { ServiceUnavailableError } from '@backstage/errors';

/** PostgreSQL classes: connection, resources, operator intervention, system error; and a server that has become read-only. */
const POSTGRES_STATES = /^(08...|53...|57...|58...|25006|55P03)$/;
const SYSTEM_CODES =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const SQLITE_CODES = /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN|LOCKED)/;
const MESSAGES =
  /Connection terminated|Connection ended|Timeout acquiring a connection|Unable to acquire a connection|aborted by the server|Client has encountered a connection error/i;

/**
 * The error to answer with: `ServiceUnavailableError` when it tells that the database is away, full, read-only or stuck, which
 * passes by itself, else the error as it is.
 */
export function toUnavailable(error: unknown): unknown {
  const { code, message } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  const isAway =
    (typeof code === 'string' &&
      (POSTGRES_STATES.test(code) ||
        SYSTEM_CODES.test(code) ||
        SQLITE_CODES.test(code))) ||
    (typeof message === 'string' && MESSAGES.test(message));
  return isAway
    ? new ServiceUnavailableError(
        "The catalog's database does not take requests at the moment. Try again in a few seconds.",
        error,
      )
    : error;
}
