import type { AuthService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignInFailuresService } from '@callboard/plugin-access-node';
import { configuredOrganisations } from '../github/configuredOrganisations';
import { githubAuthenticator } from '../github/githubAuthenticator';
import { githubHost } from '../github/githubHost';
import type { GithubProfile } from '../github/GithubProfile';
import { githubResolvers } from '../github/githubResolvers';
import { githubUserId } from '../github/githubUserId';
import { samlBarriers } from '../github/samlBarriers';
import type { SameSubject } from '../resolvers/createNotingContext';
import { passportPerson } from './passportPerson';
import type { ProviderInfo, SignInProvider } from './SignInProvider';
import { trustOf } from './trustOf';

/** github.com, or a GitHub Enterprise Server under either id. `ghe` never falls back to github.com, where any free name is anybody's. */
export function github(options: {
  id: 'github' | 'ghe';
  auth: AuthService;
  catalog: CatalogService;
  failures: SignInFailuresService;
  rootConfig: Config;
}): SignInProvider<GithubProfile> {
  const { id, failures, rootConfig } = options;
  const personOf = (info: ProviderInfo<GithubProfile>) => ({
    ...passportPerson(info),
    subject: info.result.fullProfile.nodeId,
  });
  return {
    id,
    title: id === 'ghe' ? 'GitHub Enterprise' : 'GitHub',
    authenticator: githubAuthenticator,
    resolvers: githubResolvers(options),
    defaults: [
      'userIdMatchingUserEntityAnnotation',
      'usernameMatchingUserEntityName',
      'emailMatchingUserEntityProfileEmail',
    ],
    personOf,
    emailTrust: ({ result }) =>
      trustOf(result.fullProfile.emails?.[0]?.verified),
    sameSubject: config => sameAccount(new URL(githubHost(config).webUrl).host),
    check(config) {
      if (id === 'ghe') config.getString('enterpriseInstanceUrl');
    },
    async afterSignIn({ info, userEntityRef, config }) {
      if (!config.getOptionalBoolean('allowSamlSso')) return;
      const person = { ...personOf(info), userEntityRef };
      const host = githubHost(config);
      const barriers = await samlBarriers({
        ...host,
        accessToken: info.result.session.accessToken,
        organisations: configuredOrganisations({ config: rootConfig, ...host }),
      });
      if (barriers.length === 0) {
        const subject = person.subject ?? '';
        failures.settle({ provider: id, kind: 'saml-sso', subject });
        return;
      }
      failures.record({
        provider: id,
        kind: 'saml-sso',
        detail: barriers.map(({ organisation }) => organisation).join(', '),
        person,
        attempts: [],
        links: barriers.map(({ organisation, href }) => ({
          title: `Authorise for ${organisation}`,
          href,
        })),
      });
    },
  };
}

/**
 * GitHub has two forms of the same id, so that numbers are compared. The id of a user who comes from another GitHub says nothing about
 * accounts on this one.
 */
function sameAccount(host: string): SameSubject {
  return ({ wanted, has, entity }) => {
    const location =
      entity.metadata.annotations?.['backstage.io/managed-by-location'] ?? '';
    const from = /^url:https?:\/\/([^/]+)/.exec(location)?.[1];
    if (from && from !== host) return true;
    const number = githubUserId(has);
    return number === undefined || githubUserId(wanted) === undefined
      ? wanted === has
      : number === githubUserId(wanted);
  };
}
