import { type RefusedPicture, refuse } from './PictureOutcome';

/**
 * Checks what can be said of a picture's URL without asking the network. `base` resolves the target of a redirect.
 */
export function checkPictureUrl(options: {
  url: string;
  base?: URL;
  allowedHosts: ReadonlySet<string>;
}): { result: 'ok'; url: URL } | RefusedPicture {
  const { allowedHosts, base } = options;
  if (!URL.canParse(options.url, base)) {
    return refuse('its URL is not an absolute http or https URL');
  }
  const url = new URL(options.url, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse(
      `its URL has the scheme ${url.protocol} and not http or https`,
    );
  }
  if (url.username || url.password) {
    return refuse('its URL carries a user name or a password');
  }
  // Other ports belong to other services: a picture's URL shall not speak to a mail server.
  if (url.port && !allowedHosts.has(url.host)) {
    return refuse(
      `its URL names the port ${url.port}; an operator can list ${url.host} in avatars.allowedHosts`,
    );
  }
  return { result: 'ok', url };
}
