import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  SignInAttempt,
  SignInFailureKind,
} from '@callboard/plugin-access-common';
import { kindOfResolverError } from '@callboard/plugin-access-node';
import type { FailureReporter } from '../failures/FailureReporter';
import type { SignInProvider } from '../providers/SignInProvider';
import { AnotherAccountError } from './AnotherAccountError';
import { createNotingContext } from './createNotingContext';
import type { NamedResolver } from './NamedResolver';

/**
 * Stock's order of events, with notes: resolvers one after the other, the next one where nobody was found, an end at any other error. Two
 * things are stricter. An e-mail address that the provider does not vouch for finds nobody, and an id that a resolver looked for in vain is
 * compared with the user whom a later one finds. A failed refresh is no failed sign-in, and not reported.
 */
export function explainedSignInResolver<TProfile>(options: {
  provider: SignInProvider<TProfile>;
  config: Config;
  resolvers: NamedResolver<TProfile>[];
  reporter: FailureReporter;
  refreshed: WeakSet<object>;
  logger: LoggerService;
}): SignInResolver<OAuthAuthenticatorResult<TProfile>> {
  const { provider, config, resolvers, reporter, refreshed, logger } = options;

  return async (info, stockContext) => {
    const context = createNotingContext({
      context: stockContext,
      otherSubject: provider.otherSubject?.(config),
    });
    const person = provider.personOf(info);
    const trust = provider.emailTrust(info, config);
    const attempts: SignInAttempt[] = [];
    let isUnverified = false;

    const fail = (kind: SignInFailureKind, detail?: string) => {
      if (!refreshed.has(info.result)) {
        return reporter.report({ kind, detail, person, attempts });
      }
      // The browser is shown the error, and what a resolver says may be about somebody else.
      const words = `A session with ${provider.id} could not go on (${kind}): ${
        detail ?? 'no resolver found anybody'
      }`;
      if (kind !== 'portal-failed') {
        logger.debug(words);
        return new Error('The catalog has no user for this account');
      }
      logger.warn(words);
      return new ServiceUnavailableError(
        'The portal could not look up the user of this account',
      );
    };

    for (const { name, resolve, isByEmail, isDefault } of resolvers) {
      const isTrusted =
        trust === 'verified' || (trust === 'unknown' && !isDefault);
      if (isByEmail && person.email && !isTrusted) {
        attempts.push({
          resolver: name,
          found:
            'not tried: the provider does not vouch for the e-mail address',
        });
        isUnverified = true;
        if (isDefault) continue;
        break;
      }
      if (isByEmail && isDefault && !info.profile.email) {
        attempts.push({
          resolver: name,
          found: 'not tried: the provider gave no e-mail address',
        });
        continue;
      }
      try {
        const result = await resolve(info, context);
        await after({ info, result });
        return result;
      } catch (error) {
        const { name: errorName, message } = error as Error;
        const isNobody = errorName === 'NotFoundError';
        const { lookedFor, found = 'nobody' } = context.takeNotes();
        attempts.push({
          resolver: name,
          lookedFor,
          found: isNobody ? found : message,
        });
        if (!isNobody) {
          const isRefusal = error instanceof AnotherAccountError;
          throw fail(
            isRefusal
              ? 'resolver-refused'
              : kindOfResolverError(error as Error),
            message,
          );
        }
      }
    }
    throw fail(isUnverified ? 'unverified-email' : 'no-user');
  };

  async function after(done: {
    info: Parameters<SignInResolver<OAuthAuthenticatorResult<TProfile>>>[0];
    result: { token: string; identity?: { userEntityRef: string } };
  }) {
    if (!provider.afterSignIn || refreshed.has(done.info.result)) return;
    const userEntityRef =
      done.result.identity?.userEntityRef ?? subjectOf(done.result.token);
    await provider
      .afterSignIn({ info: done.info, userEntityRef, config })
      .catch(error =>
        logger.warn(
          `What comes after a sign-in with ${provider.id} failed: ${error}`,
        ),
      );
  }
}

/** Of a token that was issued a moment ago, so that it needs no check. */
function subjectOf(token: string): string {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
}
