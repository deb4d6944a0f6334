import { leaving } from './leaving';

/**
 * The message with which the portal's backend sent this tab back, taken out of the address. Undefined where the tab did not leave for a
 * provider: a link from elsewhere must not put words on the page for signing in.
 */
export function takeRedirectError(): string | undefined {
  const url = new URL(window.location.href);
  const message = url.searchParams.get('error');
  if (!message || !leaving.hasLeft()) return undefined;
  url.searchParams.delete('error');
  window.history.replaceState(window.history.state, '', url);
  return message;
}
