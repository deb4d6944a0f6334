import type { Check, Finding } from '../Check';
import { counted } from '../text/counted';
import { listed } from '../text/listed';
import { fallenOf } from './fallenOf';

const MOST_GROUPS = 5;

/** Where an App and a token are configured for one host: who fell to the token in the last hour, and why. */
export const mixedCredentials: Check = {
  id: 'mixed-credentials',
  group: 'connections',
  title: 'An App does not give way to a token in silence',
  run: ({ hosts, context: { github, now } }) =>
    hosts
      .filter(({ apps, tokens }) => apps.length > 0 && tokens.length > 0)
      .map(({ host }): Finding => {
        const { requests, groups } = fallenOf({
          trace: github.trace,
          host,
          now: now(),
        });
        const base = {
          subject: host,
          host,
          check: `The App does not give way to a token at ${host} in silence`,
        };
        if (requests === 0) {
          return {
            ...base,
            status: 'pass',
            cause:
              'An App and a token are configured, and no plugin used the token in the last hour.',
            remedy: '',
          };
        }
        return {
          ...base,
          status: 'warn',
          cause: `In the last hour ${counted(
            requests,
            'request',
          )} went with the token instead of the App: ${listed(groups, {
            most: MOST_GROUPS,
          })}.`,
          remedy:
            'Install the App where it is missing, then take the token out of the configuration; so one credential answers for everything. Keep the token only for what takes no App, and know that it serves there.',
        };
      }),
};
