import type { Config } from '@backstage/config';
import type { AppCredential, GithubHost } from '@callboard/plugin-github-node';
import { listed } from '../checks/text/listed';
import { isFamilyOn, presetFamilyOf } from './presetFamilyOf';

const SECRET_KEY = 'events.modules.github.webhookSecret';

interface Creation {
  keep: 'store' | 'show';
  /** Why it is shown although it was to be stored. */
  failure?: string;
  appId: number;
  host: GithubHost;
  organization?: string;
  webhookUrl?: string;
  /** The secret that it signs events with, if it sends any. It is compared, and not told. */
  webhookSecret?: string;
  htmlUrl: string;
  installUrl: string;
  config: Config;
  isRunning: boolean;
}

/** What to do after an App was created, in order, one sentence each. */
export function nextSteps(creation: Creation): string[] {
  const { keep, failure, organization, installUrl } = creation;
  return [
    ...(failure
      ? [
          `The credentials could not be stored (${failure}). They are shown here, and nowhere again: put them into your secret store now.`,
        ]
      : []),
    `Install it on ${
      organization ?? 'your account'
    }, on all repositories or on those that the portal should see: ${installUrl}`,
    ...(keep === 'store' ? ofStored(creation) : ofShown(creation)),
    ...orderOf(creation),
    ...secretsOf(creation),
  ];
}

function ofStored(creation: Creation): string[] {
  const { config, isRunning, webhookUrl } = creation;
  if (!isRunning) {
    return [
      'Start the portal. It finds the App by itself, which serves the accounts that it is installed on.',
    ];
  }
  const serves =
    'It serves once it is installed, and only the accounts that it is installed on.';
  const waiting = partsThatWait(creation);
  if (waiting.length === 0) {
    return [serves];
  }
  return isLaunched(config)
    ? [
        `${serves} Restart the portal then for what reads its configuration only at start: ${listed(
          waiting,
        )}.`,
      ]
    : [
        `${serves} What reads its configuration only at start does not know it: for ${listed(
          waiting,
        )} put the App into integrations.github${
          webhookUrl ? ` and its webhook secret into ${SECRET_KEY}` : ''
        }, and restart.`,
      ];
}

function ofShown({ config, host }: Creation): string[] {
  const family = presetFamilyOf({ host: host.host, config });
  const key = host.origin === 'connections' ? 'connections' : 'integrations';
  const block = `the block of ${key} that is shown with them; where an entry for ${host.host} is there already, add the App to that one, since the first for a host wins`;
  return [
    `Put the variables into the environment of the portal, each as it is or as a file that NAME_FILE names. ${
      isFamilyOn({ family, config })
        ? `The preset ${family} reads them; your own configuration names them in ${block}.`
        : `No preset that is on reads them: put into your configuration ${block}.`
    }`,
    'Restart the portal. The App serves once it is installed, and only the accounts that it is installed on.',
  ];
}

/** Apps are asked in order, and the first that is installed on an account serves it. */
function orderOf({ host, appId, keep }: Creation): string[] {
  const older = host.credentials.filter(
    (credential): credential is AppCredential =>
      credential.kind === 'app' && credential.appId !== appId,
  );
  if (older.length === 0) return [];
  const names = older.map(({ title, configKey }) =>
    configKey ? `${title} (${configKey})` : title,
  );
  const first = listed(names);
  const owners =
    host.origin === 'connections' ? 'orgs' : 'allowedInstallationOwners';
  return [
    keep === 'store'
      ? `Apps are asked in order, and this one is asked after ${first}: on an account that both are installed on it does nothing. To have it serve there, uninstall the other from that account, leave the account out of its ${owners}, or remove it from the configuration.`
      : `Apps are asked in the order in which the configuration names them, and ${first} ${
          older.length === 1 ? 'is' : 'are'
        } there already: on an account that both are installed on the first serves. Variables of the same name take the place of those that name the other.`,
  ];
}

/** The portal checks the events of all Apps with one secret. */
function secretsOf({ config, webhookSecret, htmlUrl }: Creation): string[] {
  const known = config.getOptionalString(SECRET_KEY);
  return !webhookSecret || !known || known === webhookSecret
    ? []
    : [
        `The portal checks all events with one secret, ${SECRET_KEY}, and GitHub gave this App another, so its events are refused until both are the same: set "Webhook secret" on the page of the App (${htmlUrl}) to the value of ${SECRET_KEY}. If this App takes the place of the other, give ${SECRET_KEY} its secret instead.`,
      ];
}

/** What of stock Backstage, as it is configured, takes its credentials from the configuration once. */
function partsThatWait(options: { config: Config; webhookUrl?: string }) {
  const { config, webhookUrl } = options;
  return [
    config.has('catalog.providers.github') && 'the discovery of repositories',
    config.has('catalog.providers.githubOrg') && 'people and teams',
    webhookUrl !== undefined && 'webhooks',
  ].filter(part => part !== false);
}

/** Whether `callboard start` runs it, which reads stored credentials at start. */
function isLaunched(config: Config) {
  return config.has('callboard.presets');
}
