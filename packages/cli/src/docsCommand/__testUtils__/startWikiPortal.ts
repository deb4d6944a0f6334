import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WikiDocsOutcome } from '@callboard/plugin-github-common';
import { keepLocalKey } from '../../localKeys/localKey';
import { runCallboard, temporaryFolder } from '../../testing/runCallboard';

/** What answers as a portal's `/wikis` do. Outcomes are given in the order in which pull requests are asked for. */
export async function startWikiPortal() {
  const data = await temporaryFolder();
  const key = keepLocalKey({ data, user: 'import' });
  const asked: string[] = [];
  const outcomes: WikiDocsOutcome[] = [];
  const item = (name: string, reason?: string, hasWiki = true) => ({
    repository: `acme/${name}`,
    url: `https://github.com/acme/${name}`,
    hasWiki,
    ...(reason ? { state: 'left-out', reason } : { state: 'ready' }),
  });
  const answers: Record<string, () => object> = {
    'GET /status': () => [{ host: 'github.com', organisation: 'acme' }],
    'POST /wikis/plan': () => ({
      ...{ host: 'github.com', organisation: 'acme', problems: [] },
      items: [
        item('billing'),
        item('checkout'),
        item('docs', 'it has docs/ already'),
        item('empty', 'its wiki has no pages', false),
      ],
    }),
    'POST /wikis/pull-requests': () =>
      outcomes.shift() ?? { status: 'pull-request', url: 'https://pull/1' },
  };

  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const path = request.url!;
    if (path.startsWith('/.backstage/health')) send(200, { status: 'ok' });
    else if (request.headers.authorization !== `Bearer ${key}`) {
      send(401, { error: { message: 'Illegal token' } });
    } else {
      const name = `${request.method} ${path.replace('/api/github', '')}`;
      if (request.method === 'POST') asked.push(`${name} ${text}`);
      send(200, answers[name]());
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    ...{ asked, outcomes },
    run: (...args: string[]) =>
      runCallboard([
        ...['docs', 'wiki', ...args],
        ...['--port', `${port}`, '--data', data],
      ]),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
