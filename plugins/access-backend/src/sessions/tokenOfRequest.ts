import type { IncomingMessage } from 'node:http';

const COOKIE = 'backstage-auth=';

/** The token with which a request is made: in its header, in the cookie that documentation uses, or where WebSockets have it. Not verified. */
export function tokenOfRequest(request: IncomingMessage): string | undefined {
  const { authorization, cookie } = request.headers;
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer) return bearer;
  const kept = cookie
    ?.split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(COOKIE));
  return (
    request.headers['sec-websocket-protocol'] ?? kept?.slice(COOKIE.length)
  );
}
