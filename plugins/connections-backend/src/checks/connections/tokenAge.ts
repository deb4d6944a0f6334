import type { Check, Finding } from '../Check';
import { capital } from '../text/capital';
import { counted } from '../text/counted';
import { tokenTitle } from '../text/tokenTitle';

const MOST_DAYS = 90;

/** Tokens are changed every 90 days. GitHub tells no age, so it counts from when the portal first saw the token. */
export const tokenAge: Check = {
  id: 'token-age',
  group: 'connections',
  title: 'Tokens are not older than 90 days',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, webUrl, tokens }) =>
      tokens
        .filter(({ ageDays }) => ageDays !== undefined)
        .map((token): Finding => {
          const age = Math.floor(token.ageDays!);
          const base = {
            subject: token.credentialId,
            host,
            check: `${capital(
              tokenTitle(token),
            )} is not older than ${MOST_DAYS} days`,
          };
          if (age <= MOST_DAYS) {
            return {
              ...base,
              status: 'pass',
              cause: `The portal has known it for ${counted(age, 'day')}.`,
              remedy: '',
            };
          }
          return {
            ...base,
            status: 'warn',
            cause: `The portal has known it for ${counted(age, 'day')}.`,
            remedy:
              'Make a second token at GitHub and give it to "Rotate" on the page of connections. An App needs no such change: its tokens live for an hour.',
            links: [
              { title: 'Tokens at GitHub', href: `${webUrl}/settings/tokens` },
            ],
          };
        }),
    ),
};
