import { isIP } from 'node:net';
import { isLocalUrl } from '../checks/text/isLocalUrl';

/** Addresses that only their own network routes: RFC 1918, RFC 6598, link-local, and unique local ones of IPv6. */
const PRIVATE =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.0\.0\.0$|::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;
const INTERNAL_NAME =
  /(^localhost|\.(localhost|local|internal|lan|home\.arpa))$/i;

/**
 * Whether a GitHub can send events to a portal, as far as the two addresses tell: github.com reaches no private address, another machine no
 * loopback one, and a GitHub on this machine or in the same network reaches everything.
 */
export function canBeReachedFrom(options: {
  /** Of the portal. */
  url: string;
  /** Of the GitHub. */
  webUrl: string;
}): boolean {
  const portal = hostName(options.url);
  const github = hostName(options.webUrl);
  if (isLocalUrl(options.webUrl)) {
    return true;
  }
  if (isLocalUrl(options.url)) {
    return false;
  }
  const isPublic = github === 'github.com' || github.endsWith('.ghe.com');
  return !(isPublic && isPrivate(portal));
}

function hostName(url: string) {
  return new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function isPrivate(host: string) {
  return isIP(host) ? PRIVATE.test(host) : INTERNAL_NAME.test(host);
}
