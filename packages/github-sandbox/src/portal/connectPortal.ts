import { createPublicKey } from 'node:crypto';
import { hashSecret } from '../core/hashSecret';
import { newApp } from '../core/records/newApp';
import { newInstallation } from '../core/records/newInstallation';
import type { Sandbox } from '../core/Sandbox';
import type { Organisation, Permissions } from '../core/state';
import type { PortalCredentials } from './PortalCredentials';

/**
 * What the portal of the trial uses: discovery, people and teams, every template action, and the tabs of repositories. A portal's connections page compares these with
 * what is switched on, so there is none to spare.
 */
const PERMISSIONS: Permissions = {
  metadata: 'read',
  contents: 'write',
  administration: 'write',
  pull_requests: 'write',
  issues: 'write',
  workflows: 'write',
  actions: 'write',
  statuses: 'read',
  checks: 'read',
  vulnerability_alerts: 'read',
  security_events: 'read',
  secret_scanning_alerts: 'read',
  environments: 'write',
  secrets: 'write',
  actions_variables: 'write',
  pages: 'write',
  repository_hooks: 'write',
  members: 'read',
};

const EVENTS = [
  'push',
  'repository',
  'pull_request',
  'pull_request_review',
  'issues',
  'issue_comment',
  'create',
  'delete',
  'check_run',
  'check_suite',
  'status',
  'workflow_run',
  'workflow_job',
  'release',
  'deployment',
  'deployment_status',
  'dependabot_alert',
  'code_scanning_alert',
  'secret_scanning_alert',
  'organization',
  'member',
  'membership',
  'team',
  'team_add',
  'gollum',
];

/**
 * Registers a portal: an App that is installed on the organisation and sends its events to the portal, and an OAuth App for signing in.
 * Doing it again with another address of the portal changes both.
 */
export function connectPortal(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  credentials: PortalCredentials;
  /** Where the portal answers, without a slash at the end. */
  portalUrl: string;
}): void {
  const { sandbox, organisation, credentials, portalUrl } = options;
  const { app: own, oauthApp } = credentials;
  const publicKey = createPublicKey(own.privateKey).export({
    type: 'spki',
    format: 'pem',
  }) as string;
  const webhookUrl = `${portalUrl}/api/events/http/github`;

  const app =
    sandbox.state.apps.get(own.id) ??
    newApp({
      sandbox,
      owner: organisation,
      slug: own.slug,
      clientId: own.clientId,
      clientSecret: own.clientSecret,
      publicKey,
      values: { id: own.id },
    });
  Object.assign(app, {
    name: 'Callboard',
    description: 'The developer portal of this sandbox',
    externalUrl: portalUrl,
    clientSecretHashes: [hashSecret(own.clientSecret)],
    publicKeys: [publicKey],
    webhookUrl,
    webhookSecret: own.webhookSecret,
    webhookActive: true,
    // An App's callbacks are compared to the letter. People may sign in with it, too.
    callbackUrls: [
      portalUrl,
      ...['github', 'ghe'].map(
        provider => `${portalUrl}/api/auth/${provider}/handler/frame`,
      ),
    ],
    permissions: PERMISSIONS,
    events: EVENTS,
  });

  const installation =
    sandbox.state.installations
      .by('app', app.id)
      .find(({ accountId }) => accountId === organisation.id) ??
    newInstallation({ sandbox, app, account: organisation });
  Object.assign(installation, { permissions: PERMISSIONS, events: EVENTS });

  const known = sandbox.state.oauthApps.first('client', oauthApp.clientId);
  const values = {
    ownerId: organisation.id,
    name: 'Callboard sign-in',
    clientId: oauthApp.clientId,
    clientSecretHashes: [hashSecret(oauthApp.clientSecret)],
    homepageUrl: portalUrl,
    callbackUrls: [portalUrl],
  };
  if (known) Object.assign(known, values);
  else {
    sandbox.state.oauthApps.insert({
      id: sandbox.nextId(),
      createdAt: sandbox.clock.iso(),
      ...values,
    });
  }
}
