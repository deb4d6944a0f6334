import type { Config } from '@backstage/config';
import type {
  AppFacts,
  InstallationFacts,
} from '@callboard/plugin-connections-common';
import { organisationsOf } from '../../facts/organisations/organisationsOf';
import type { Check, CheckInput, Finding } from '../Check';
import { appTitle } from '../text/appTitle';
import { listed } from '../text/listed';

type Host = CheckInput['hosts'][number];

/** Whether a credential serves each owner that the configuration names. */
export const organisationServed: Check = {
  id: 'organisation-served',
  group: 'connections',
  title: 'A credential serves each organisation',
  run: ({ hosts, context: { config } }) =>
    named({ hosts, config }).flatMap(({ host, owner, configKeys }) => {
      const judged = judge({ host, owner, configKeys });
      return judged
        ? [
            {
              subject: `${host.host}:${owner}`,
              host: host.host,
              check: `A credential serves ${owner}`,
              ...judged,
            },
          ]
        : [];
    }),
};

/** Each owner once, also where it is named on several names of one server. */
function named(options: { hosts: Host[]; config: Config }) {
  const { hosts, config } = options;
  const found = new Map<
    string,
    { host: Host; owner: string; configKeys: string[] }
  >();
  const all = organisationsOf({ config, hosts: hosts.map(({ host }) => host) });
  for (const { host: name, owner, configKeys } of all) {
    const own = hosts.find(each => each.host === name)!;
    const host = hosts.find(each => each.host === own.aliasOf) ?? own;
    const key = `${host.host}/${owner.toLocaleLowerCase('en-US')}`;
    const before = found.get(key);
    found.set(key, {
      host,
      owner: before?.owner ?? owner,
      configKeys: [...new Set([...(before?.configKeys ?? []), ...configKeys])],
    });
  }
  return [...found.values()];
}

type Judgement = Pick<Finding, 'status' | 'cause' | 'remedy' | 'links'>;

/** Undefined where nothing serves for a reason that a result of its own tells. */
function judge(options: {
  host: Host;
  owner: string;
  configKeys: string[];
}): Judgement | undefined {
  const { host, owner, configKeys } = options;
  const { apps, tokens } = host;
  const is = `${owner} is named by ${listed(configKeys)}`;
  for (const app of apps) {
    const serving = installationOn(app.installations, owner);
    if (serving && !serving.suspended) return servedBy(app, serving);
  }
  const token = tokens.find(({ status }) => status === 'valid');
  const cause = hindered({ apps, owner });
  if (cause) {
    return token && cause.known
      ? {
          status: 'warn',
          cause: `${is}, and ${cause.text}: the token ${token.fingerprint} serves instead.`,
          remedy: cause.remedy,
          links: cause.links,
        }
      : undefined;
  }
  const [first] = apps;
  const links = first?.installUrl
    ? [{ title: `Install the App on ${owner}`, href: first.installUrl }]
    : [];
  if (first && token) {
    return {
      status: 'warn',
      cause: `${is}, and ${appTitle(first)} is not installed there: the token ${
        token.fingerprint
      } serves instead.`,
      remedy: `Install the App on ${owner}, so that it has rights and a limit of its own there.`,
      links,
    };
  }
  if (token) {
    return {
      status: 'pass',
      cause: `The token ${token.fingerprint} serves, since no App is configured.`,
      remedy: '',
    };
  }
  if (first) {
    // A token that is limited serves again later.
    const isLimited = tokens.some(({ status }) => status === 'limited');
    return isLimited
      ? undefined
      : {
          status: 'fail',
          cause: `${is}, and ${appTitle(
            first,
          )} is not installed there. No token steps in.`,
          remedy: `Install the App on ${owner}. If ${owner} is a slip of the pen, correct the configuration.`,
          links,
        };
  }
  return tokens.length > 0
    ? undefined
    : {
        status: 'fail',
        cause: `${is}, and no credential is configured for ${host.host}.`,
        remedy: `Configure a GitHub App (or a token) for ${host.host}; "Create an App" on the page of connections makes one.`,
        links: [],
      };
}

function servedBy(app: AppFacts, installation: InstallationFacts): Judgement {
  const { repositorySelection, repositories } = installation;
  return {
    status: 'pass',
    cause: `${appTitle(app)} is installed there${
      repositorySelection === 'selected'
        ? ` on ${repositories ?? 'some'} selected repositories`
        : ''
    }.`,
    remedy: '',
  };
}

/** Why an App does not serve an owner on which it may be installed. `known`: whether it certainly does not serve. */
function hindered(options: { apps: AppFacts[]; owner: string }):
  | {
      known: boolean;
      text: string;
      remedy: string;
      links: NonNullable<Finding['links']>;
    }
  | undefined {
  const { apps, owner } = options;
  for (const app of apps) {
    const title = appTitle(app);
    const suspended = installationOn(app.installations, owner);
    if (suspended) {
      return {
        known: true,
        text: `the installation of ${title} there is suspended`,
        remedy: `An owner of ${owner} lifts the suspension on the page of the installation ("Unsuspend").`,
        links: [{ title: `Installation on ${owner}`, href: suspended.htmlUrl }],
      };
    }
    if (app.key.status !== 'valid' || app.installationsUnknown) {
      return {
        known: app.key.status !== 'valid' && app.key.status !== 'limited',
        text: `${title} does not work`,
        remedy: `Mend ${title} first: "GitHub takes the key of ${title}" says what is wrong.`,
        links: [],
      };
    }
  }
  return undefined;
}

function installationOn(
  installations: InstallationFacts[],
  owner: string,
): InstallationFacts | undefined {
  return installations.find(
    ({ account }) => account.toLowerCase() === owner.toLowerCase(),
  );
}
