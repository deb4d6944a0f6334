import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImportItem, ImportRun } from '@callboard/plugin-github-common';
import { keepLocalKey } from '../../localKeys/localKey';
import { runCallboard, temporaryFolder } from '../../testing/runCallboard';

const item = (
  name: string,
  state: ImportItem['state'],
  more: Partial<ImportItem> = {},
): ImportItem => ({
  ...{ repository: `acme/${name}`, url: `https://github.com/acme/${name}` },
  ...{ state, missing: [], problems: [] },
  ...(state === 'inferable' && {
    entity: {
      ref: `component:default/${name}`,
      yaml: `kind: Component\nspec:\n  owner: group:default/acme\n`,
    },
  }),
  ...more,
});

/** What answers as a portal's imports do; a run that is begun is done a moment later. */
export async function startFakePortal() {
  const data = await temporaryFolder();
  const key = keepLocalKey({ data, user: 'import' });
  const asked: string[] = [];
  const runs: ImportRun[] = [];
  let polls = 0;
  const items = () => [
    item('billing', 'inferable', { missing: ['it has no description'] }),
    item('checkout', 'inferable'),
    item('shop', 'described'),
    item('broken', 'invalid', { problems: ['catalog-info.yaml: no name'] }),
    item('attic', 'left-out', { problems: ['it is archived'] }),
  ];
  const create = (change: Partial<ImportRun> = {}): ImportRun => ({
    ...{ id: `run-${runs.length + 1}`, host: 'github.com' },
    ...{ organisation: 'acme', createdAt: '2026-11-26T10:00:00Z' },
    ...{ createdBy: 'service:callboard-import', status: 'planned' },
    counts: {
      inferable: 2,
      invalid: 1,
      inferred: 0,
      described: 1,
      'left-out': 1,
    },
    ...{ done: 0, total: 0, items: items() },
    ...change,
  });

  const answers: Record<string, (body: any, id: string) => object> = {
    'GET /status': () => [{ host: 'github.com', organisation: 'acme' }],
    'GET /imports': () => [...runs].reverse(),
    'POST /imports': body => {
      runs.push(create({ organisation: body.organisation }));
      return runs.at(-1)!;
    },
    'POST /imports/:id/apply': (body, id) => {
      const run = runs.find(one => one.id === id)!;
      polls = 0;
      const chosen: string[] = body.repositories ?? ['acme/billing'];
      Object.assign(run, {
        ...{ status: 'running', mode: body.mode, total: chosen.length },
        items: run.items.map(one =>
          chosen.includes(one.repository)
            ? { ...one, outcome: outcomeOf(one, body.mode) }
            : one,
        ),
      });
      return run;
    },
    'GET /imports/:id': (_, id) => {
      const run = runs.find(one => one.id === id)!;
      polls += 1;
      if (run.status === 'running' && polls > 1) {
        Object.assign(run, { status: 'done', done: run.total });
      }
      return run;
    },
  };

  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url!.replace(/\?.*/, '');
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (path.startsWith('/.backstage/health')) {
      send(200, { status: 'ok' });
    } else if (request.headers.authorization !== `Bearer ${key}`) {
      send(401, { error: { message: 'Illegal token' } });
    } else {
      const route = path.replace('/api/github', '');
      const id = /^\/imports\/([^/]+)/.exec(route)?.[1] ?? '';
      const known = id ? route.replace(id, ':id') : route;
      const name = `${request.method} ${known}`;
      if (request.method === 'POST')
        asked.push(`${request.method} ${route} ${text}`);
      send(200, answers[name](text && JSON.parse(text), id));
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    ...{ asked, runs, create, data, port },
    run(...args: string[]) {
      return runCallboard([
        ...['import', 'github', ...args],
        ...['--port', `${port}`, '--data', data],
      ]);
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function outcomeOf({ repository }: ImportItem, mode: string) {
  const at = '2026-11-26T10:00:00Z';
  return mode === 'register'
    ? { status: 'registered', at }
    : {
        status: 'pull-request',
        at,
        url: `https://github.com/${repository}/pull/1`,
      };
}
