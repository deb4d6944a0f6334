import type { Loaded } from '../answers/Question';

/** Of a 403: it is switched off, or not bought, rather than not allowed. */
const OFF =
  /disabled|not enabled|must be enabled|not available|advanced security/i;

/** What is switched off in a repository is absent there, rather than refused. */
export async function whenOff<T>(
  load: () => Promise<Loaded<T>>,
): Promise<Loaded<T>> {
  try {
    return await load();
  } catch (error) {
    const { status, response } = error as {
      status?: number;
      response?: { data?: { message?: unknown } };
    };
    const words = String(response?.data?.message ?? '');
    if ((status === 403 || status === 404) && OFF.test(words)) {
      return { state: 'absent', reason: words };
    }
    throw error;
  }
}
