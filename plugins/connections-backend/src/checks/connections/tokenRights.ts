import type { Check, Finding } from '../Check';
import { capital } from '../text/capital';
import { listed } from '../text/listed';
import { tokenTitle } from '../text/tokenTitle';

/** Whether a token may do what is switched on, and nothing beyond. */
export const tokenRights: Check = {
  id: 'token-rights',
  group: 'connections',
  title: 'Tokens have the rights that are needed, and no more',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, webUrl, tokens }) =>
      tokens
        .filter(token => token.status === 'valid' && token.scopes)
        .map((token): Finding => {
          const { scopesMissing, scopesNeedless, scopesNeeded } = token;
          const base = {
            subject: token.credentialId,
            host,
            check: `${capital(
              tokenTitle(token),
            )} has the rights that are needed, and no more`,
          };
          const links = [
            { title: 'Tokens at GitHub', href: `${webUrl}/settings/tokens` },
          ];
          if (scopesMissing.length > 0) {
            return {
              ...base,
              status: 'fail',
              cause: `The scope ${listed(
                scopesMissing,
              )} is missing: what is switched on needs ${listed(
                scopesNeeded,
              )}.`,
              remedy: `Tick ${listed(
                scopesMissing,
              )} on the page of the token and save; the token stays the same. Better, make a fine-grained token or a GitHub App.`,
              links,
            };
          }
          if (scopesNeedless.length > 0) {
            return {
              ...base,
              status: 'warn',
              cause: `It may do more than anything needs: ${listed(
                scopesNeedless,
                { most: 30 },
              )}. Whoever gets hold of it may, too.`,
              remedy: `Make a token with ${
                listed(scopesNeeded) || 'no scope'
              } only, give it to "Rotate" on the page of connections, and revoke this one.`,
              links,
            };
          }
          return {
            ...base,
            status: 'pass',
            cause: `Its scopes are ${listed(token.scopes ?? []) || 'none'}.`,
            remedy: '',
          };
        }),
    ),
};
