import type {
  AppFacts,
  GithubHostFacts,
  InstallationFacts,
  RateLimitFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';
import { finePermissions, wrongPermissions } from './permissionsFixture';

const MINUTE_MS = 60_000;

const inMinutes = (now: Date, minutes: number) =>
  new Date(now.getTime() + minutes * MINUTE_MS).toISOString();

function limits(now: Date, remaining: number): RateLimitFacts[] {
  return [
    {
      resource: 'core',
      limit: 5_000,
      remaining,
      resetAt: inMinutes(now, 23),
      spentBy: [
        { plugin: 'catalog', requests: 180, cost: 120 },
        { plugin: 'scaffolder', requests: 12, cost: 12 },
      ],
    },
    {
      resource: 'graphql',
      limit: 5_000,
      remaining: 4_990,
      resetAt: inMinutes(now, 51),
      spentBy: [{ plugin: 'catalog', requests: 4, cost: 10 }],
    },
    {
      resource: 'search',
      limit: 30,
      remaining: 30,
      resetAt: inMinutes(now, 1),
      spentBy: [],
    },
  ];
}

function installation(now: Date, index: number): InstallationFacts {
  const account = index === 0 ? 'acme' : `acme-division-${index}`;
  const isWrong = index % 7 === 3;
  return {
    id: 4_000 + index,
    account,
    accountType: 'Organization',
    suspended: index === 5,
    repositorySelection: index % 2 ? 'selected' : 'all',
    repositories: 41 + index,
    someRepositories: [
      `${account}/checkout-service`,
      `${account}/a-repository-with-a-name-that-is-longer-than-most-of-them-are`,
    ],
    htmlUrl: `https://github.com/organizations/${account}/settings/installations/${
      4_000 + index
    }`,
    permissions: isWrong ? wrongPermissions : finePermissions,
    pendingPermissions: isWrong ? ['Administration: write'] : [],
    rateLimits: limits(now, index === 2 ? 212 : 4_812),
  };
}

export function appFixture(options: {
  now: Date;
  installations: number;
  change?: Partial<AppFacts>;
}): AppFacts {
  const { now, installations, change } = options;
  return {
    credentialId: 'app:github.com:1234',
    appId: 1234,
    from: 'config',
    configKey: 'integrations.github[0].apps[0]',
    slug: 'callboard',
    name: 'Callboard',
    owner: 'acme',
    htmlUrl: 'https://github.com/apps/callboard',
    key: { status: 'valid', detail: 'GitHub takes the key' },
    webhook: {
      url: 'https://portal.acme.example/api/events/http/github',
      expectedUrl: 'https://portal.acme.example/api/events/http/github',
      hasSecret: true,
      insecureSsl: false,
      verdict: 'ok',
      lastDeliveries: [
        {
          id: 2,
          at: inMinutes(now, -3),
          event: 'push',
          statusCode: 202,
          status: 'OK',
          redelivery: false,
        },
        {
          id: 1,
          at: inMinutes(now, -90),
          event: 'installation',
          action: 'created',
          statusCode: 502,
          status: 'Bad Gateway',
          redelivery: true,
        },
      ],
    },
    events: ['push', 'repository'],
    permissions: finePermissions,
    installations: Array.from({ length: installations }, (_, index) =>
      installation(now, index),
    ),
    settingsUrl:
      'https://github.com/organizations/acme/settings/apps/callboard',
    installUrl: 'https://github.com/apps/callboard/installations/new',
    ...change,
  };
}

export function tokenFixture(options: {
  now: Date;
  change?: Partial<TokenFacts>;
}): TokenFacts {
  const { now, change } = options;
  return {
    credentialId: 'token:github.com:3f9a12cd',
    fingerprint: '3f9a12cd',
    from: 'config',
    configKey: 'integrations.github[0].token',
    kind: 'classic',
    status: 'valid',
    detail: 'GitHub takes it',
    owner: 'olivia',
    scopes: ['repo', 'read:org', 'delete_repo'],
    scopesNeeded: ['repo', 'read:org'],
    scopesMissing: [],
    scopesNeedless: ['delete_repo'],
    expiresAt: inMinutes(now, 12 * 24 * 60),
    expiresInDays: 12,
    firstSeenAt: inMinutes(now, -95 * 24 * 60),
    ageDays: 95,
    unauthorisedOrganisations: ['acme-secret'],
    rateLimits: limits(now, 4_999),
    ...change,
  };
}

/** github.com with an App, a token and a client for signing in. */
export function hostFixture(options: {
  now: Date;
  installations: number;
  change?: Partial<GithubHostFacts>;
}): GithubHostFacts {
  const { now, installations, change } = options;
  return {
    host: 'github.com',
    title: 'GitHub',
    webUrl: 'https://github.com',
    apiBaseUrl: 'https://api.github.com',
    origin: 'integrations',
    configKey: 'integrations.github[0]',
    status: 'warn',
    apps: [appFixture({ now, installations })],
    tokens: [tokenFixture({ now })],
    signIn: [
      {
        provider: 'github',
        environment: 'production',
        clientId: 'Iv1.0a1b2c3d',
        callbackUrl:
          'https://portal.acme.example/api/auth/github/handler/frame',
        scopes: ['read:user'],
      },
    ],
    spenders: [
      {
        plugin: 'catalog',
        credentialId: 'app:github.com:1234',
        resource: 'core',
        requests: 180,
        cost: 120,
      },
      {
        plugin: 'techdocs',
        credentialId: 'token:github.com:3f9a12cd',
        resource: 'core',
        requests: 3,
        cost: 3,
      },
    ],
    clockSkewSeconds: 12,
    ...change,
  };
}
