import type { AuthService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignInFailuresService } from '@callboard/plugin-access-node';
import { comesFromOtherGithub } from '../github/comesFromOtherGithub';
import { configuredOrganisations } from '../github/configuredOrganisations';
import { githubAuthenticator } from '../github/githubAuthenticator';
import { githubHost } from '../github/githubHost';
import type { GithubProfile } from '../github/GithubProfile';
import { githubResolvers } from '../github/githubResolvers';
import { githubUserId } from '../github/githubUserId';
import { samlBarriers } from '../github/samlBarriers';
import { otherId, type OtherSubject } from '../resolvers/createNotingContext';
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
    resolvers: config => githubResolvers({ ...options, host: hostOf(config) }),
    defaults: [
      'userIdMatchingUserEntityAnnotation',
      'usernameMatchingUserEntityName',
      'emailMatchingUserEntityProfileEmail',
    ],
    personOf,
    emailTrust: ({ result }) =>
      trustOf(result.fullProfile.emails?.[0]?.verified),
    otherSubject: config => otherAccount({ host: hostOf(config), rootConfig }),
    check(config) {
      if (id === 'ghe') config.getString('enterpriseInstanceUrl');
    },
    async afterSignIn({ info, userEntityRef, config }) {
      if (!config.getOptionalBoolean('allowSamlSso')) return;
      const person = { ...personOf(info), userEntityRef };
      const host = githubHost(config);
      const { barriers, unanswered } = await samlBarriers({
        ...host,
        accessToken: info.result.session.accessToken,
        organisations: configuredOrganisations({ config: rootConfig, ...host }),
      });
      if (barriers.length === 0) {
        // Who did not answer may still want it, so that the notice stays.
        if (unanswered.length > 0) {
          throw new ServiceUnavailableError(
            `${
              host.apiUrl
            } did not say whether these want single sign-on: ${unanswered.join(
              ', ',
            )}`,
          );
        }
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

function hostOf(config: Config): string {
  return new URL(githubHost(config).webUrl).host;
}

/**
 * GitHub has two forms of the same id, so that numbers are compared. The id of a user who comes from another GitHub says nothing about
 * accounts on this one, and neither does the name, which may be free here for anybody; an address that was verified does.
 */
function otherAccount(options: {
  host: string;
  rootConfig: Config;
}): OtherSubject {
  return ({ annotation, wanted, has, entity, isByName }) => {
    if (comesFromOtherGithub({ entity, ...options })) {
      return isByName
        ? `it comes from another GitHub than ${options.host}, where its name is another account's`
        : undefined;
    }
    if (has === undefined) return undefined;
    const number = githubUserId(has);
    const isSame =
      number === undefined || githubUserId(wanted) === undefined
        ? wanted === has
        : number === githubUserId(wanted);
    return isSame ? undefined : otherId({ annotation, wanted, has });
  };
}
