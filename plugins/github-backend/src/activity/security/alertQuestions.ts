import type {
  CodeAlerts,
  DependabotAlerts,
  SecretAlerts,
} from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import type { Place, Question } from '../answers/Question';
import { toCodeAlert, toDependabotAlert, toSecretAlert } from './toAlert';
import { byUrgency, countBySeverity } from './alertOrder';
import { whenOff } from './whenOff';

const MOST = 100;
const FRESH_MS = 15 * 60_000;

interface Options {
  place: Place;
  github: GithubService;
}

/** What the three lists of alerts have in common. */
function common({ place }: Options, which: 'dependabot' | 'code' | 'secrets') {
  return {
    place,
    what: `alerts:${which}`,
    topics: [`alerts:${which}` as const],
    freshForMs: FRESH_MS,
  };
}

function parameters({ place }: Options, previous?: { etag?: string }) {
  return {
    ...{ owner: place.owner, repo: place.name },
    ...{ state: 'open' as const, per_page: MOST },
    headers: conditional(previous),
  };
}

/** Alerts on dependencies. */
export function dependabotQuestion(
  options: Options,
): Question<DependabotAlerts> {
  return {
    ...common(options, 'dependabot'),
    events: ['dependabot_alert'],
    absentWhenMissing: 'GitHub has no Dependabot alerts here',
    load: previous =>
      whenOff(async () => {
        const client = await options.github.client({ url: options.place.url });
        const { data, headers } = await client.request(
          'GET /repos/{owner}/{repo}/dependabot/alerts',
          parameters(options, previous),
        );
        const alerts = data.map(toDependabotAlert).sort(byUrgency);
        return {
          state: 'answered',
          ...(headers.etag && { etag: headers.etag }),
          value: {
            open: countBySeverity(alerts),
            alerts,
            more: data.length === MOST,
          },
        };
      }),
  };
}

/** What code scanning found; only where something analyses the code. */
export function codeQuestion(options: Options): Question<CodeAlerts> {
  return {
    ...common(options, 'code'),
    events: ['code_scanning_alert'],
    absentWhenMissing: 'Nothing has analysed this code yet',
    load: previous =>
      whenOff(async () => {
        const client = await options.github.client({ url: options.place.url });
        const { data, headers } = await client.request(
          'GET /repos/{owner}/{repo}/code-scanning/alerts',
          parameters(options, previous),
        );
        const alerts = data.map(toCodeAlert).sort(byUrgency);
        return {
          state: 'answered',
          ...(headers.etag && { etag: headers.etag }),
          value: {
            open: countBySeverity(alerts),
            alerts,
            more: data.length === MOST,
          },
        };
      }),
  };
}

/** Secrets that were pushed. The secrets themselves are not kept. */
export function secretsQuestion(options: Options): Question<SecretAlerts> {
  return {
    ...common(options, 'secrets'),
    events: ['secret_scanning_alert'],
    absentWhenMissing: 'Secret scanning is switched off in this repository',
    load: previous =>
      whenOff(async () => {
        const client = await options.github.client({ url: options.place.url });
        const { data, headers } = await client.request(
          'GET /repos/{owner}/{repo}/secret-scanning/alerts',
          { ...parameters(options, previous), hide_secret: true },
        );
        const alerts = data.map(toSecretAlert);
        return {
          state: 'answered',
          ...(headers.etag && { etag: headers.etag }),
          value: { open: alerts.length, alerts, more: data.length === MOST },
        };
      }),
  };
}
