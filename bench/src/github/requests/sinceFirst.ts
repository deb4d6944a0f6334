import type { LoggedRequest } from './LoggedRequest';

/** Milliseconds from the first of the requests until a time. */
export function sinceFirst(options: {
  requests: LoggedRequest[];
  at: Date;
}): number {
  const { requests, at } = options;
  return (
    at.getTime() - Math.min(...requests.map(request => Date.parse(request.at)))
  );
}
