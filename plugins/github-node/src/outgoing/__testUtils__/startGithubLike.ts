import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { createRequestBudget } from '../../budget/createRequestBudget';
import { createRequestTrace } from '../../trace/createRequestTrace';
import { installOutgoingHooks } from '../installOutgoingHooks';

/** A server whose requests are watched as those of a GitHub: its API below `/api`, everything else pages and git. */
export async function startGithubLike(options: {
  answer: http.RequestListener;
  tls?: { key: string; cert: string };
}) {
  const { answer, tls } = options;
  const seen: string[] = [];
  const listener: http.RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    answer(request, response);
  };
  const server = tls
    ? https.createServer(tls, listener)
    : http.createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `localhost:${port}`;

  const now = () => new Date();
  const trace = createRequestTrace({ now });
  const budget = createRequestBudget({ now });
  const uninstall = installOutgoingHooks({
    isGithub: (name, path) =>
      name === host
        ? { host, part: path.startsWith('/api/') ? 'api' : 'web' }
        : undefined,
    trace,
    budget,
    credentials: { identify: () => ({ kind: 'none' }) },
  });
  return {
    host,
    url: `${tls ? 'https' : 'http'}://${host}`,
    /** Each as `GET /path?query`, as they came. */
    seen,
    trace,
    budget,
    uninstall,
    /** Each as `GET /path 200`, oldest first. */
    traced: () =>
      trace
        .list()
        .reverse()
        .map(({ method, path, status }) => `${method} ${path} ${status}`),
    async stop() {
      uninstall();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
