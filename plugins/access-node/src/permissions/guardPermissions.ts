import type { PermissionsService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';

/** Longer than any decision takes: the permission backend is in the same process. */
const TIMEOUT_MS = 10_000;

/**
 * A permissions service that never waits for ever, and answers 503 where there is no decision: not a 500, which reads like a bug, and
 * nothing that looks like an empty catalog.
 */
export function guardPermissions(options: {
  permissions: PermissionsService;
  /** @defaultValue 10000 */
  timeoutMs?: number;
}): PermissionsService {
  const { permissions, timeoutMs = TIMEOUT_MS } = options;
  const guard = async <T>(asked: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('it does not answer')),
        timeoutMs,
      );
    });
    try {
      return await Promise.race([asked, timeout]);
    } catch (error) {
      throw toUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    authorize: (requests, given) =>
      guard(permissions.authorize(requests, given)),
    authorizeConditional: (requests, given) =>
      guard(permissions.authorizeConditional(requests, given)),
  };
}

/** Answers about the request itself. Anything else, a 404 for example, is no decision. */
const REFUSALS = [400, 401, 403];

/** What was refused stays refused: an end of the sign-in, for example, is no fault of the permission backend. */
function toUnavailable(error: unknown): unknown {
  const { statusCode, name } = error as { statusCode?: number; name?: string };
  const isRefusal =
    statusCode === undefined
      ? ['AuthenticationError', 'NotAllowedError', 'InputError'].includes(
          name ?? '',
        )
      : REFUSALS.includes(statusCode);
  return isRefusal
    ? error
    : new ServiceUnavailableError(
        'Whether this is allowed cannot be decided at the moment. Try again shortly.',
        error,
      );
}
