import http from 'node:http';

/** Whether the address answers with status 200. A refused connection is a no. */
export function answersOk(url: string): Promise<boolean> {
  return new Promise(resolve => {
    http
      .get(url, { agent: false }, response => {
        response.resume();
        response.once('end', () => resolve(response.statusCode === 200));
        response.once('error', () => resolve(false));
      })
      .once('error', () => resolve(false));
  });
}
