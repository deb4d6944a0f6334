import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { FailureLog } from './FailureLog';

/** Fetches as before, and notes what failed and why. */
export function watchedFetch(options: {
  fetchApi: FetchApi;
  failures: FailureLog;
}): FetchApi {
  const { fetchApi, failures } = options;
  return {
    async fetch(input, init) {
      const request = input instanceof Request ? input.url : String(input);
      try {
        const response = await fetchApi.fetch(input, init);
        if (response.ok) {
          failures.settle(request);
        } else {
          const message = await reasonOf(response.clone());
          failures.report({ request, message });
        }
        return response;
      } catch (error) {
        failures.report({ request, message: (error as Error).message });
        throw error;
      }
    },
  };
}

async function reasonOf(response: Response): Promise<string> {
  const body = await response.json().catch(() => undefined);
  const message: string | undefined = body?.error?.message || body?.message;
  return message
    ? withoutQueries(message)
    : `The portal answered with status ${response.status}.`;
}

/** Addresses in messages have queries of several lines, which say nothing to people. */
function withoutQueries(message: string) {
  return message.replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
}
