import type { Check, Finding } from '../Check';
import { capital } from '../text/capital';
import { listed } from '../text/listed';
import { tokenTitle } from '../text/tokenTitle';

/**
 * Organisations with SAML single sign-on hide themselves from a token until it was authorised for them.
 * https://docs.github.com/en/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on/authorizing-a-personal-access-token-for-use-with-single-sign-on
 */
export const tokenSso: Check = {
  id: 'token-sso',
  group: 'connections',
  title: 'Tokens are authorised for organisations with single sign-on',
  run: ({ hosts }) =>
    hosts.flatMap(({ host, webUrl, tokens }) =>
      tokens
        .filter(({ status }) => status === 'valid')
        .map((token): Finding => {
          const missing = token.unauthorisedOrganisations;
          const base = {
            subject: token.credentialId,
            host,
            check: `${capital(
              tokenTitle(token),
            )} is authorised for single sign-on`,
          };
          return missing.length === 0
            ? {
                ...base,
                status: 'pass',
                cause: 'No organisation asks for an authorisation.',
                remedy: '',
              }
            : {
                ...base,
                status: 'fail',
                cause: `${listed(
                  missing,
                )} enforces single sign-on and the token is not authorised there, so its private repositories look as if they did not exist.`,
                remedy: `Whoever owns the token chooses "Configure SSO" beside it, and "Authorize" at ${listed(
                  missing,
                )}.`,
                links: [
                  {
                    title: 'Tokens at GitHub',
                    href: `${webUrl}/settings/tokens`,
                  },
                ],
              };
        }),
    ),
};
