import { fingerprintOf } from '@callboard/plugin-github-node';
import type { ObservedSignIn } from './ObservedSignIns';

const PATH = /^\/api\/auth\/([a-z0-9][a-z0-9._-]{0,63})\/handler\/frame\/?$/i;

/**
 * What a request says about a sign-in; undefined when it is none that began on this portal. A sign-in that did carries the nonce of
 * Backstage's start page twice, in a cookie and in `state`. A link or a picture on another site
 * therefore makes no report; whoever sends requests of their own can, since they choose both.
 */
export function readCallback(options: {
  path: string;
  query: URLSearchParams;
  cookie: string | undefined;
}): Omit<ObservedSignIn, 'at'> | undefined {
  const { path, query, cookie } = options;
  const provider = PATH.exec(path)?.[1];
  if (!provider) return undefined;
  const nonce = cookieValue(cookie ?? '', `${provider}-nonce`);
  if (!nonce || nonce !== nonceOf(query.get('state') ?? '')) return undefined;
  const error = query
    .get('error')
    ?.replace(/[^\w .-]/g, '')
    .slice(0, 100);
  return {
    ...{ provider, path, flow: fingerprintOf(nonce) },
    ...(error && { error }),
  };
}

function cookieValue(header: string, name: string): string | undefined {
  const found = header
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${name}=`));
  try {
    return found && decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/** Backstage's `state` is a query string in hexadecimal digits. */
function nonceOf(state: string): string | null {
  return new URLSearchParams(Buffer.from(state, 'hex').toString('utf8')).get(
    'nonce',
  );
}
