import type {
  AppFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';
import type { Check, CheckInput, Finding } from '../Check';
import { appTitle } from '../text/appTitle';
import { tokenTitle } from '../text/tokenTitle';

type Host = CheckInput['hosts'][number];

/** Whether GitHub takes each credential: an App's key, a token. */
export const integrationWorks: Check = {
  id: 'integration-works',
  group: 'connections',
  title: 'GitHub takes the credentials of the portal',
  run: ({ hosts }) =>
    hosts.flatMap(host => [
      // Of those that a limit keeps silent the check of the limits tells.
      ...host.apps
        .filter(({ key }) => key.status !== 'limited')
        .map(app => ofApp(host, app)),
      ...host.tokens
        .filter(({ status }) => status !== 'limited')
        .map(token => ofToken(host, token)),
    ]),
};

function ofApp(host: Host, app: AppFacts): Finding {
  const { status, detail } = app.key;
  const title = appTitle(app);
  const base = {
    subject: app.credentialId,
    host: host.host,
    check: `GitHub takes the key of ${title} at ${host.host}`,
  };
  if (status === 'valid') {
    return {
      ...base,
      status: 'pass',
      cause: `GitHub answers it as ${app.slug ?? title}.`,
      remedy: '',
    };
  }
  return {
    ...base,
    status: 'fail',
    cause: detail,
    remedy: appRemedy(host, app),
    links: app.settingsUrl
      ? [{ title: 'Settings of the App', href: app.settingsUrl }]
      : [],
  };
}

function appRemedy(host: Host, app: AppFacts): string {
  const key = app.configKey ?? 'the stored App';
  switch (app.key.status) {
    case 'unreadable':
      return `${key}: privateKey has to be the whole content of the .pem file that GitHub lets you download, with its line breaks (or written as \\n).`;
    case 'rejected':
      return `Generate a private key on the settings page of the App, and put it into ${key}.privateKey (GITHUB_PRIVATE_KEY with the presets). A changed key file is used without a restart.`;
    case 'app-unknown':
      return `${host.host} has no App with the id ${app.appId}. Compare ${key}.appId with "App ID" on the settings page of the App, and see that the App belongs to this host.`;
    case 'clock-skew':
      return "Set the clock of this machine, best by NTP: GitHub takes an App's signature for ten minutes only.";
    default:
      return `See that this machine reaches ${host.apiBaseUrl}: network, DNS, proxy (HTTPS_PROXY), and the certificate authority of the server.`;
  }
}

function ofToken(host: Host, token: TokenFacts): Finding {
  const base = {
    subject: token.credentialId,
    host: host.host,
    check: `GitHub takes ${tokenTitle(token)} at ${host.host}`,
  };
  if (token.status === 'valid') {
    return {
      ...base,
      status: 'pass',
      cause: token.owner ? `It speaks for ${token.owner}.` : token.detail,
      remedy: '',
    };
  }
  return {
    ...base,
    status: 'fail',
    cause: token.detail,
    remedy:
      token.status === 'rejected'
        ? `The token has expired or was revoked. Make a new one at GitHub, and give it to "Rotate" on the page of connections, or put it into ${
            token.configKey ?? 'the configuration'
          }.`
        : `See that this machine reaches ${host.apiBaseUrl}: network, DNS, proxy (HTTPS_PROXY), and the certificate authority of the server.`,
    links:
      token.status === 'rejected'
        ? [
            {
              title: 'Tokens at GitHub',
              href: `${host.webUrl}/settings/tokens`,
            },
          ]
        : [],
  };
}
