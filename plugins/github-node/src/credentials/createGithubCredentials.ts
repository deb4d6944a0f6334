import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import type { AppCredential } from '../hosts/GithubHost';
import { currentScope } from '../scope/runInScope';
import type { StoredCredentials } from '../stored/StoredCredentials';
import { heldBack } from '../outgoing/budgetRefusal';
import type { AppFailure } from './app/AppFailure';
import { createAccesses } from './app/createAccesses';
import type { Sending } from './app/sendRequest';
import { hostIn, parseTarget } from './chain/parseTarget';
import { resolveCredential } from './chain/resolveCredential';
import type { CredentialChain } from './CredentialChain';
import type { GithubCredentials } from './GithubCredentials';
import { createKnownTokens } from './identify/createKnownTokens';
import { createStoredTokens } from './identify/createStoredTokens';
import { identifyCredential } from './identify/identifyCredential';
import { createHostState } from './state/createHostState';
import { toProvider } from './toProvider';

/** The credentials of a process; see `GithubCredentials`. Requests leave through `fetch`, by default the global one at that moment. */
export function createGithubCredentials(options: {
  config: RootConfigService;
  stored: StoredCredentials;
  logger: LoggerService;
  now: () => Date;
  fetch?: Sending['fetch'];
  wait?: Sending['wait'];
  random?: Sending['random'];
}): GithubCredentials {
  const { logger, now } = options;
  const sending: Sending = {
    // Hooks may replace the global one later.
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    wait: options.wait ?? (ms => setTimeout(ms, undefined, { ref: false })),
    random: options.random ?? Math.random,
  };
  // Before the hosts, whose listeners may ask for it.
  const storedTokens = createStoredTokens(options);
  const state = createHostState(options);
  const known = createKnownTokens({ now });
  const accesses = createAccesses({ state, sending, now, known, logger });

  const named = (url: string) => parseTarget({ url, hosts: state.hosts() });

  async function resolve(question: {
    url: string;
    pluginId?: string;
    fresh?: boolean;
  }) {
    const { url } = question;
    const found = named(url);
    return (
      found &&
      resolveCredential({
        ...question,
        ...found,
        pluginId: question.pluginId ?? currentScope()?.pluginId,
        accessOf: accesses.of,
      })
    );
  }

  function appNamed(credentialId: string) {
    for (const host of state.hosts()) {
      const app = host.credentials.find(
        (item): item is AppCredential =>
          item.kind === 'app' && item.id === credentialId,
      );
      if (app) return accesses.of({ app, apiBaseUrl: host.apiBaseUrl });
    }
    throw new NotFoundError(`No App is configured as ${credentialId}`);
  }

  const credentials: GithubCredentials = {
    hosts: state.hosts,
    ignoredHosts: state.ignored,
    hostOf: url => named(url)?.host,

    async serve({ url, pluginId }) {
      const resolved = await resolve({ url, pluginId });
      if (!resolved) throw notConfigured({ url, problems: state.problems() });
      if (resolved.outcome === 'serves') return resolved.serving;
      const { step } = resolved;
      throw unavailable(
        `${step.title} cannot serve ${url}: ${step.reason}${
          step.link ? ` See ${step.link}.` : ''
        } No token is configured that could serve instead.`,
        step,
      );
    },

    async explain(question) {
      const resolved = await resolve(question);
      if (!resolved) return unknownChain(question.url);
      return resolved.outcome === 'serves'
        ? resolved.serving.chain
        : resolved.chain;
    },

    async appToken(credentialId) {
      const signed = await appNamed(credentialId).jwt();
      if (signed.outcome === 'signed') return signed.jwt;
      throw unavailable(signed.failure.reason, signed.failure);
    },

    async installationToken({ credentialId, installationId }) {
      const token = await appNamed(credentialId).token({ installationId });
      switch (token.outcome) {
        case 'minted':
          return token.token;
        case 'failed':
          throw unavailable(token.failure.reason, token.failure);
        case 'suspended':
          throw new ServiceUnavailableError(
            `Installation ${installationId} of ${credentialId} is suspended`,
          );
        default:
          throw new NotFoundError(
            `${credentialId} has no installation ${installationId}`,
          );
      }
    },

    identify: ({ host, authorization }) =>
      identifyCredential({
        host: state
          .hosts()
          .find(item => item.host.toLowerCase() === host.toLowerCase()),
        authorization,
        known,
        stored: storedTokens,
      }),

    forget: accesses.forget,
    onChange: state.onChange,
    problems: state.problems,
    provider: ({ pluginId }) => toProvider({ credentials, pluginId }),
    close() {
      state.close();
      storedTokens.close();
    },
  };
  return credentials;
}

/** What nothing serves; recognisable where our own budget is why. */
function unavailable(
  message: string,
  {
    heldBackUntil: until,
    heldBackFor: reason,
  }: Pick<AppFailure, 'heldBackUntil' | 'heldBackFor'>,
): Error {
  return until
    ? heldBack({ message, until, reason })
    : new ServiceUnavailableError(message);
}

function notConfigured(options: {
  url: string;
  problems: { configKey: string; reason: string }[];
}) {
  const { url, problems } = options;
  const host = hostIn(url);
  const detail = problems
    .map(({ configKey, reason }) => ` ${configKey} has no effect: ${reason}`)
    .join('.');
  return new NotFoundError(
    `No GitHub is configured under ${host}, which is the host of ${url}. Add it to integrations.github.${detail}`,
  );
}

function unknownChain(url: string): CredentialChain {
  const host = hostIn(url);
  return {
    url,
    host,
    steps: [
      {
        credentialId: 'none',
        kind: 'none',
        title: 'no credential',
        verdict: 'failed',
        code: 'none-configured',
        reason: `No GitHub is configured under ${host}. Add it to integrations.github.`,
      },
    ],
  };
}
