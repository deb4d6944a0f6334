import { createServer } from 'node:http';

const send = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** The HTTP service, not listening yet. */
export const createService = () =>
  createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'GET' && pathname === '/health') {
      send(response, 200, { status: 'ok' });
    } else {
      send(response, 404, { title: 'No such resource', status: 404 });
    }
  });
