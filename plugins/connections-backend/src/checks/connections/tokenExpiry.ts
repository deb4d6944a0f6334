import type { Check, Finding } from '../Check';
import { capital } from '../text/capital';
import { counted } from '../text/counted';
import { tokenTitle } from '../text/tokenTitle';

const WARN_DAYS = 14;

/** Whether a token is about to end. */
export const tokenExpiry: Check = {
  id: 'token-expiry',
  group: 'connections',
  title: 'Tokens do not expire soon',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, webUrl, tokens }) =>
      tokens
        .filter(({ expiresAt }) => expiresAt !== undefined)
        .map((token): Finding => {
          const days = token.expiresInDays ?? 0;
          const day = token.expiresAt!.slice(0, 10);
          const base = {
            subject: token.credentialId,
            host,
            check: `${capital(tokenTitle(token))} does not expire soon`,
          };
          if (days >= WARN_DAYS) {
            return {
              ...base,
              status: 'pass',
              cause: `It is good until ${day}, ${counted(
                days,
                'day',
              )} from now.`,
              remedy: '',
            };
          }
          return {
            ...base,
            status: days <= 0 ? 'fail' : 'warn',
            cause:
              days <= 0
                ? `It expired on ${day}.`
                : `It expires on ${day}, in ${counted(days, 'day')}.`,
            remedy:
              'Make a second token at GitHub and give it to "Rotate" on the page of connections: it is tested and used without a restart.',
            links: [
              { title: 'Tokens at GitHub', href: `${webUrl}/settings/tokens` },
            ],
          };
        }),
    ),
};
