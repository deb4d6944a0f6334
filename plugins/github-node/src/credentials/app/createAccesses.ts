import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AppCredential } from '../../hosts/GithubHost';
import type { KnownTokens } from '../identify/createKnownTokens';
import type { HostState } from '../state/createHostState';
import { type AppAccess, createAppAccess } from './createAppAccess';
import type { Sending } from './sendRequest';

/** The Apps of all hosts, each with its caches, which end with the App's key. */
export function createAccesses(options: {
  state: HostState;
  sending: Sending;
  now: () => Date;
  known: KnownTokens;
  logger: LoggerService;
}): {
  of(options: { app: AppCredential; apiBaseUrl: string }): AppAccess;
  /** See `GithubCredentials.forget`. */
  forget(match?: { credentialId?: string; token?: string }): void;
} {
  const { state, sending, now, known, logger } = options;
  const accesses = new Map<string, { access: AppAccess; madeFor: string }>();

  state.onChange(() => {
    const ids = state
      .hosts()
      .flatMap(({ credentials }) => credentials.map(({ id }) => id));
    for (const id of accesses.keys()) {
      if (!ids.includes(id)) accesses.delete(id);
    }
  });

  return {
    of({ app, apiBaseUrl }) {
      const madeFor = `${apiBaseUrl} ${app.privateKey}`;
      const existing = accesses.get(app.id);
      if (existing?.madeFor === madeFor) return existing.access;
      const access = createAppAccess({
        app,
        apiBaseUrl,
        sending,
        now,
        onToken: ({ token, validUntil, owner }) =>
          known.add({ token, validUntil, owner, credentialId: app.id }),
        onSkew: seconds =>
          logger.warn(
            `The clock of this machine differs from that of ${apiBaseUrl} by ${Math.abs(
              seconds,
            )} seconds; ${app.title} takes that into account. Synchronise it.`,
          ),
      });
      accesses.set(app.id, { access, madeFor });
      return access;
    },
    forget({ credentialId, token } = {}) {
      for (const [id, { access }] of accesses) {
        if (credentialId === undefined || credentialId === id) {
          access.forget({ token });
        }
      }
    },
  };
}
