import type { WatchedRequest } from './Outgoing';

/**
 * The same, but never throws where it is told how a request went: what keeps books must not break what it watches. The budget is then
 * told that no answer came, and the trace why.
 */
export function guarded(watched: WatchedRequest): WatchedRequest {
  const failed = (error: unknown) => {
    try {
      watched.failed(error);
    } catch {
      // Nobody is left to tell.
    }
  };
  return {
    ...watched,
    answered(answer) {
      try {
        watched.answered(answer);
      } catch (error) {
        failed(error);
      }
    },
    failed,
  };
}
