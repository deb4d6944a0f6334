import type { AppFacts } from '@callboard/plugin-connections-common';
import {
  type AppCredential,
  explainRefusal,
  type GithubHost,
} from '@callboard/plugin-github-node';
import type { Asked } from '../asking/Asked';
import { refusedByLimit } from '../asking/refusedByLimit';

const STATUSES: Record<string, AppFacts['key']['status']> = {
  'key-invalid': 'rejected',
  'app-unknown': 'app-unknown',
  'clock-skew': 'clock-skew',
};

/**
 * What GitHub's answer to `GET /app` says of the App's key.
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
  const { apiBaseUrl } = host;
  const failure = explainRefusal({ answer: asked, appId, apiBaseUrl });
  return failure
    ? {
        status: STATUSES[failure.code] ?? 'unreachable',
        detail: `${failure.reason} GitHub says "${asked.message}".`,
      }
    : {
        status: 'unreachable',
        detail: `${apiBaseUrl} answers with status ${asked.status} ("${asked.message}").`,
      };
}
