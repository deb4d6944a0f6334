import type { GithubHost } from '../hosts/GithubHost';
import { parseTarget } from '../trace/parseTarget';
import { isMutation } from './isMutation';

/** What matters of a request before it is sent. */
export interface Call {
  method: string;
  /** Of the owner or repository that it is about. */
  subjectUrl: string;
  /** Whether it goes to the host whose credentials may be sent. */
  isForHost: boolean;
  isGraphql: boolean;
  /** Whether it may change something. */
  mutates: boolean;
  /** Whether it does no harm twice. */
  isRepeatable: boolean;
}

/** `url` is the client's own: of an owner or a repository, for requests that name none, as GraphQL's. */
export function describeCall(options: {
  request: { method: string; url: string; query?: unknown };
  host: GithubHost;
  url: string;
}): Call {
  const { request, host, url } = options;
  const method = request.method.toUpperCase();
  const isOfApi = request.url.startsWith(`${host.apiBaseUrl}/`);
  const isGraphql =
    request.url === host.graphqlUrl ||
    (isOfApi && /\/graphql$/.test(request.url.split('?')[0]));
  const isForHost = isOfApi || isGraphql || isUpload(request.url, host);
  const { owner, repository } = isOfApi
    ? parseTarget({
        part: 'api',
        path: request.url.slice(host.apiBaseUrl.length),
      })
    : { owner: undefined, repository: undefined };
  const subject = [owner, repository]
    .filter(part => part !== undefined)
    .map(part => encodeURIComponent(part))
    .join('/');
  const mutates = isGraphql
    ? typeof request.query !== 'string' || isMutation(request.query)
    : !['GET', 'HEAD', 'OPTIONS'].includes(method);
  return {
    method,
    subjectUrl: subject ? `${host.webUrl}/${subject}` : url,
    isForHost,
    isGraphql,
    mutates,
    isRepeatable: isGraphql
      ? !mutates
      : ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].includes(method),
  };
}

/** Release assets go to a host, or a path, of their own. */
function isUpload(url: string, host: GithubHost): boolean {
  return (
    url.startsWith(`${host.webUrl}/api/uploads/`) ||
    (host.host === 'github.com' &&
      url.startsWith('https://uploads.github.com/'))
  );
}
