import { createServer } from 'node:http';
import { problemsOf } from './publishing.ts';

const server = createServer((request, response) => {
  if (request.url === '/health') {
    response.end('ok');
    return;
  }
  response.statusCode = 404;
  response.end(JSON.stringify({ problems: problemsOf({}) }));
});

server.listen(4000);
