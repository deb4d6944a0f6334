import {
  createOAuthAuthenticator,
  type OAuthAuthenticator,
} from '@backstage/plugin-auth-node';
import type { SignInFailureKind } from '@callboard/plugin-access-common';
import type { Request } from 'express';
import { classifyError } from './classifyError';
import type { FailureReporter } from './FailureReporter';
import { OAuthError } from './OAuthError';

/** What stops everybody's refresh, and not this person's alone. The rest is the ordinary end of a session. */
const OUTAGES: SignInFailureKind[] = [
  'bad-client-secret',
  'clock-skew',
  'provider-unreachable',
];

/** An authenticator whose failures are classified and reported. What a refresh gave is noted in `refreshed`. */
export function explainedAuthenticator<TProfile>(options: {
  authenticator: OAuthAuthenticator<any, TProfile>;
  reporter: FailureReporter;
  refreshed: WeakSet<object>;
}): OAuthAuthenticator<any, TProfile> {
  const { authenticator, reporter, refreshed } = options;
  return createOAuthAuthenticator<any, TProfile>({
    ...authenticator,
    async start(input, context) {
      try {
        return await authenticator.start(input, context);
      } catch (error) {
        throw reporter.report({ ...classifyError(error), attempts: [] });
      }
    },
    async authenticate(input, context) {
      try {
        refuseError(input.req);
        return await authenticator.authenticate(input, context);
      } catch (error) {
        throw reporter.report({ ...classifyError(error), attempts: [] });
      }
    },
    async refresh(input, context) {
      try {
        const result = await authenticator.refresh(input, context);
        refreshed.add(result);
        return result;
      } catch (error) {
        const classified = classifyError(error);
        if (OUTAGES.includes(classified.kind)) {
          reporter.report({ ...classified, attempts: [] });
        }
        throw error;
      }
    },
  });
}

/** A callback that brings an error instead of a code (RFC 6749, 4.1.2.1), before a strategy drops its code. */
function refuseError(request: Request) {
  const parameters = { ...request.query, ...request.body };
  if (typeof parameters.error !== 'string') return;
  const { error: code, error_description: description } = parameters;
  throw new OAuthError({
    code,
    ...(typeof description === 'string' && { description }),
  });
}
