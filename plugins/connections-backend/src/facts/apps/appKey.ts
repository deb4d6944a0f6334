import type { AppFacts } from '@callboard/plugin-connections-common';
import type { AppCredential, GithubHost } from '@callboard/plugin-github-node';
import type { Asked } from '../asking/Asked';
import { refusedByLimit } from '../asking/refusedByLimit';

/**
 * What GitHub's answer to `GET /app` says of the App's key. The texts are GitHub's, which has no codes for them.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function appKey(options: {
  asked: Asked;
  app: AppCredential;
  host: GithubHost;
}): AppFacts['key'] {
  const { asked, app, host } = options;
  const { appId } = app;
  if (asked.outcome === 'answered') {
    return { status: 'valid', detail: `GitHub knows the key of App ${appId}.` };
  }
  const limited = refusedByLimit(asked);
  if (limited) {
    return {
      status: 'limited',
      detail: `${host.host} tells nothing of App ${appId} ${
        limited.until ? `before ${limited.until}` : 'for a while'
      }: a limit is used up.`,
    };
  }
  if (asked.outcome === 'silent') {
    return { status: 'unreachable', detail: `${asked.reason}.` };
  }
  const { status, message } = asked;
  if (/'(expiration time|issued at)' claim/i.test(message)) {
    return {
      status: 'clock-skew',
      detail: `GitHub refuses what App ${appId} signs for its times ("${message}"): the clock of this machine is wrong.`,
    };
  }
  if (/^integration not found/i.test(message)) {
    return {
      status: 'app-unknown',
      detail: `${host.host} knows no App ${appId}: it was deleted, or it belongs to another GitHub.`,
    };
  }
  if (status === 401) {
    return {
      status: 'rejected',
      detail: `GitHub does not accept the private key of App ${appId} ("${message}"): it was deleted, or it is that of another App.`,
    };
  }
  return {
    status: 'unreachable',
    detail: `${host.apiBaseUrl} answers with status ${status} ("${message}").`,
  };
}
