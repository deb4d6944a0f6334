import http from 'node:http';

/**
 * A server that does nothing but return bytes that it was given: as fast as an answer can be over Node's HTTP. It listens on a free port,
 * which it reports to the parent process, and gives every path of `answers`, the parent's only message, its body.
 */
process.once('message', ({ answers }: { answers: Record<string, string> }) => {
  const bodies = new Map(
    Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)]),
  );
  const server = http.createServer((request, response) => {
    const body = bodies.get(request.url!);
    response.writeHead(body ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body?.length ?? 0,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send!(server.address()));
});
