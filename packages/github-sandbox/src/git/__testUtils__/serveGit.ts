import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { GitHost, GitService, RefChange, RefusePush } from '../types';

/** The smallest HTTP server over a host: `/<id>/info/refs` and the two services. `pushes` are the changes of every push, in order. */
export async function serveGit(options: {
  host: GitHost;
  refuse?: RefusePush;
}): Promise<{ url: string; pushes: RefChange[][]; close(): Promise<void> }> {
  const pushes: RefChange[][] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const [, id, ...rest] = url.pathname.split('/');
    const repository = await options.host.open({ id });
    const protocol = request.headers['git-protocol'] as string | undefined;
    const name = rest.join('/');
    const send = (kind: string, output: Readable) =>
      answer(response, `application/x-${kind}`, output);
    if (name === 'info/refs') {
      const service = url.searchParams.get('service') as GitService;
      const output = repository.advertise({ service, protocol });
      send(`${service}-advertisement`, output);
    } else if (name === 'git-upload-pack') {
      const body = bodyOf(request);
      send(`${name}-result`, repository.uploadPack({ body, protocol }));
    } else {
      const body = bodyOf(request);
      const { refuse } = options;
      const push = repository.receivePack({ body, protocol, refuse });
      push.changes.then(
        changes => changes.length > 0 && pushes.push(changes),
        () => {},
      );
      send(`${name}-result`, push.output);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    pushes,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

function bodyOf(request: IncomingMessage): Readable {
  return request.headers['content-encoding'] === 'gzip'
    ? request.pipe(createGunzip())
    : request;
}

function answer(response: ServerResponse, type: string, output: Readable) {
  response.writeHead(200, { 'content-type': type });
  output.on('error', () => response.destroy());
  output.pipe(response);
}
