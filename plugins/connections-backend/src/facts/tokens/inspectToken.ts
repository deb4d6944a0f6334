import type { TokenFacts } from '@callboard/plugin-connections-common';
import type { TokenCredential } from '@callboard/plugin-github-node';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { FeatureNeed } from '../../needs/FeatureNeed';
import type { Asked } from '../asking/Asked';
import type { Asker } from '../asking/createAsker';
import { refusedByLimit } from '../asking/refusedByLimit';
import { rateLimitsOf } from '../limits/rateLimitsOf';
import { rotationFacts } from './rotationFacts';
import { tokenExpiry } from './tokenExpiry';
import { tokenKind } from './tokenKind';
import { tokenRights } from './tokenRights';
import { tokenScopes } from './tokenScopes';
import { unauthorisedOrganisations } from './unauthorisedOrganisations';

const DAY_MS = 86_400_000;

/** What GitHub says of a token: whose it is, what it may do, when it ends. */
export async function inspectToken(options: {
  context: InspectionContext;
  asker: Asker;
  token: TokenCredential;
  features: FeatureNeed[];
  /** Logins that the configuration names on this host. */
  organisations: string[];
}): Promise<TokenFacts> {
  const { context, asker, token, features, organisations } = options;
  const { github, now } = context;
  const { host } = asker.host;
  const as = { token: token.id };
  const kind = tokenKind(token.token);
  const [asked, firstSeenAt] = await Promise.all([
    asker.ask({ as, route: 'GET /user' }),
    firstSeen(options),
  ]);
  const { status, detail, limitedUntil } = statusOf({ asked, kind, host });
  const isValid = status === 'valid';
  const [unauthorised, rateLimits] = await Promise.all([
    isValid && kind !== 'server'
      ? unauthorisedOrganisations({ asker, token, organisations })
      : [],
    // Also where GitHub tells nothing else: its limits are free to ask for, and may be the reason.
    status === 'rejected'
      ? []
      : rateLimitsOf({
          ...{ asker, as, now, trace: github.trace },
          credentialId: token.id,
        }),
  ]);
  const header =
    isValid && asked.outcome !== 'silent' ? asked.header : () => undefined;
  return {
    credentialId: token.id,
    fingerprint: token.fingerprint,
    from: token.from,
    configKey: token.configKey,
    kind,
    status,
    detail,
    limitedUntil,
    owner: asked.outcome === 'answered' ? asked.data?.login : undefined,
    ...tokenRights({
      kind,
      scopes: tokenScopes({
        token: token.token,
        header: header('x-oauth-scopes'),
      }),
      features,
    }),
    ...tokenExpiry({
      header: header('github-authentication-token-expiration'),
      now: now(),
    }),
    firstSeenAt,
    ...(firstSeenAt && {
      ageDays: Math.floor((now().getTime() - Date.parse(firstSeenAt)) / DAY_MS),
    }),
    unauthorisedOrganisations: unauthorised,
    rateLimits,
    rotation: rotationFacts({ token, host, github, now: now() }),
  };
}

async function firstSeen(options: {
  context: InspectionContext;
  token: TokenCredential;
}): Promise<string | undefined> {
  const { context, token } = options;
  try {
    return await context.seen.firstSeen(token.fingerprint);
  } catch (error) {
    context.logger.warn(
      `Since when token ${token.fingerprint} is known cannot be read: ${
        (error as Error).message
      }`,
    );
    return undefined;
  }
}

function statusOf(options: {
  asked: Asked;
  kind: TokenFacts['kind'];
  host: string;
}): Pick<TokenFacts, 'status' | 'detail' | 'limitedUntil'> {
  const { asked, kind, host } = options;
  if (asked.outcome === 'answered') {
    return {
      status: 'valid',
      detail:
        kind === 'fine-grained'
          ? `It speaks for ${asked.data?.login}. GitHub does not tell which permissions a fine-grained token has.`
          : `It speaks for ${asked.data?.login}.`,
    };
  }
  const limited = refusedByLimit(asked);
  if (limited) {
    const { until } = limited;
    return {
      status: 'limited',
      detail: `${host} tells nothing of it ${
        until ? `before ${until}` : 'for a while'
      }: a limit is used up.`,
      limitedUntil: until,
    };
  }
  if (asked.outcome === 'silent') {
    return { status: 'unreachable', detail: `${asked.reason}.` };
  }
  if (asked.status === 401) {
    return {
      status: 'rejected',
      detail: `${host} answers "${asked.message}": the token has ended, was revoked, or is not complete.`,
    };
  }
  // An App's token speaks for nobody, and is good for everything else.
  if (kind === 'server' && asked.status === 403) {
    return { status: 'valid', detail: 'It speaks for an App.' };
  }
  return {
    status: 'unreachable',
    detail: `${host} answers with status ${asked.status} ("${asked.message}").`,
  };
}
