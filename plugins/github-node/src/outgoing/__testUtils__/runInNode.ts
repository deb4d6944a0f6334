import http from 'node:http';
import { once } from 'node:events';
import {
  Agent,
  fetch as undiciFetch,
  getGlobalDispatcher,
  request as undiciRequest,
  setGlobalDispatcher,
} from 'undici';
import { runInScope } from '../../scope/runInScope';
import { startGithubLike } from './startGithubLike';

/** Before anything is hooked, as a library may keep it. */
const early = globalThis.fetch;

const ways: Record<string, (url: string) => Promise<unknown>> = {
  fetch: async url => (await fetch(url)).text(),
  'fetch that was kept': async url => (await early(url)).text(),
  'fetch with a dispatcher': async url =>
    (
      await fetch(url, { dispatcher: new Agent() } as unknown as RequestInit)
    ).text(),
  'fetch of undici': async url => (await undiciFetch(url)).text(),
  'request of undici': async url => (await undiciRequest(url)).body.text(),
  'http.get': async url => {
    const [response] = await once(http.get(url), 'response');
    response.resume();
    await once(response, 'end');
  },
  'fetch after the dispatcher was replaced': async url => {
    const before = getGlobalDispatcher();
    setGlobalDispatcher(new Agent());
    await (await fetch(url)).text();
    setGlobalDispatcher(before);
  },
};

/** Sends requests in a process of its own, and tells its parent for each way what the server and the trace have seen. */
async function run() {
  const github = await startGithubLike({
    answer(request, response) {
      if (request.url!.startsWith('/api/redirect')) {
        response.writeHead(302, { location: '/api/target' }).end();
      } else response.end('x');
    },
  });
  const results: Record<string, unknown> = {};
  for (const [name, send] of Object.entries(ways)) {
    const { id: afterId = 0 } = github.trace.list({ limit: 1 })[0] ?? {};
    github.seen.length = 0;
    await runInScope({ pluginId: 'catalog' }, () =>
      send(`${github.url}/api/redirect?secret=1`),
    );
    results[name] = {
      seen: [...github.seen],
      traced: github.trace
        .list({ afterId })
        .reverse()
        .map(
          ({ method, path, status, plugin }) =>
            `${method} ${path} ${status} ${plugin}`,
        ),
    };
  }
  await github.stop();
  const { fetch: after } = globalThis;
  process.send!({ results, isRestored: after === early }, () => process.exit());
}

run();
