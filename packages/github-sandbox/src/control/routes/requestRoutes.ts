import type { LoggedRequest } from '../../core/requests/RequestLog';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';

/** What the requests to the control API are logged as. They are left out of its list. */
export const CONTROL = 'control';

export const requestRoutes: ControlRoute[] = [
  {
    method: 'GET',
    path: '/requests',
    summary:
      'The requests so far, oldest first; since leaves out those up to an id, route is exact, status is 404 or 4xx.',
    example: '?since=120&route=POST /graphql&status=2xx',
    handle({ sandbox, query }) {
      const accept = readFilter(query);
      return {
        body: { requests: sandbox.requests.all().filter(accept) },
      };
    },
  },
  {
    method: 'DELETE',
    path: '/requests',
    summary: 'Forgets the requests so far.',
    handle({ sandbox }) {
      sandbox.requests.clear();
      return { body: { requests: [] } };
    },
  },
];

function readFilter(
  query: URLSearchParams,
): (request: LoggedRequest) => boolean {
  const since = query.get('since');
  const route = query.get('route');
  const status = query.get('status');
  const problems = [
    ...[...query.keys()]
      .filter(key => !['since', 'route', 'status'].includes(key))
      .map(key => ({
        key,
        message: 'is not known here; known are since, route, status',
      })),
    ...(since !== null && !/^\d+$/.test(since)
      ? [{ key: 'since', message: 'has to be the id of a request' }]
      : []),
    ...(status !== null && !/^[1-5](\d\d|xx)$/.test(status)
      ? [{ key: 'status', message: 'has to be like 404 or 4xx' }]
      : []),
  ];
  if (problems.length > 0) throw new ControlError({ problems });
  return request =>
    request.route !== CONTROL &&
    (since === null || request.id > Number(since)) &&
    (route === null || request.route === route) &&
    (status === null ||
      (status.endsWith('xx')
        ? String(request.status)[0] === status[0]
        : String(request.status) === status));
}
