import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import type { GithubHost } from '@callboard/plugin-github-node';
import type { InspectionContext } from '../inspection/InspectionContext';
import { featuresOn } from '../needs/featuresOn';
import { inspectApp } from './apps/inspectApp';
import { type Asker, createAsker } from './asking/createAsker';
import { isNamed } from './isNamed';
import { knownLimits } from './limits/knownLimits';
import { rateLimitsOf } from './limits/rateLimitsOf';
import { spendersOf } from './limits/spendersOf';
import { organisationsOf } from './organisations/organisationsOf';
import { signInClients } from './signIn/signInClients';
import { inspectToken } from './tokens/inspectToken';

/** Everything that one GitHub tells of the portal's credentials. A GitHub that cannot be reached says so in each of them. */
export async function inspectHost(options: {
  context: InspectionContext;
  host: GithubHost;
  /** The host that it is another name of: that one has the facts. */
  aliasOf?: string;
  /** Its own other names: what is needed there is needed here. */
  aliases?: string[];
}): Promise<Omit<GithubHostFacts, 'status'>> {
  const { context, host, aliasOf, aliases = [] } = options;
  const { config, github, now } = context;
  const names = [host.host, ...aliases];
  const credentials = aliasOf ? [] : host.credentials;
  const asker = createAsker({ github, host, now });
  const features = [
    ...new Set(names.flatMap(name => featuresOn({ config, host: name }))),
  ];
  const organisations = [
    ...new Set(
      organisationsOf({ config, hosts: names }).map(({ owner }) => owner),
    ),
  ];
  const [apps, tokens, anonymous] = await Promise.all([
    Promise.all(
      credentials
        .filter(one => one.kind === 'app')
        .map(app => inspectApp({ context, asker, app, features })),
    ),
    Promise.all(
      credentials
        .filter(one => one.kind === 'token')
        .map(token =>
          inspectToken({ context, asker, token, features, organisations }),
        ),
    ),
    credentials.length === 0 && !aliasOf
      ? anonymousLimits({ context, asker, host })
      : undefined,
  ]);
  const { title, webUrl, apiBaseUrl, origin, configKey } = host;
  return {
    ...{ host: host.host, title, webUrl, apiBaseUrl, origin, configKey },
    ...(aliasOf && { aliasOf }),
    ...(organisations.length > 0 && { organisations }),
    apps,
    tokens,
    signIn: signInClients({ config })
      .filter(client => client.host === host.host)
      .map(({ provider, environment, clientId, callbackUrl, scopes }) => ({
        ...{ provider, environment, clientId, callbackUrl, scopes },
      })),
    ...(anonymous && { anonymous: { rateLimits: anonymous } }),
    spenders: spendersOf({ trace: github.trace, host: host.host }),
    clockSkewSeconds: asker.clockSkewSeconds(),
  };
}

/** What is left for requests that name nobody. A host that is only there because Backstage has it is not asked. */
async function anonymousLimits(options: {
  context: InspectionContext;
  asker: Asker;
  host: GithubHost;
}) {
  const { context, asker, host } = options;
  const { github, now } = context;
  const { trace } = github;
  return isNamed(host)
    ? rateLimitsOf({
        ...{ asker, now, trace, credentialId: 'none' },
        as: { anonymous: true },
      })
    : knownLimits({ trace, now, host: host.host });
}
