import { component } from '../probes/component';
import { startGitHub } from '../standIns/github/startGitHub';
import { startGitLab } from '../standIns/gitlab/startGitLab';
import { startVendorProxy } from '../standIns/startVendorProxy';
import type { PrepareIdentity } from './IdentitySetup';
import { prepareClient } from './prepareClient';

const GRACE = ['user:default/grace', 'group:default/core'];
const catalogInfo = component({ name: 'from-source' });

const githubAuth: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('github');
  const github = await use(
    startGitHub({ token: 'ghp_portal', oauth: client, catalogInfo }),
  );
  return {
    presets: ['github-auth'],
    port,
    variables: {
      GITHUB_HOST: github.host,
      GITHUB_CA_FILE: caFile,
      GITHUB_ORG: 'acme',
      GITHUB_PAT: 'ghp_portal',
      GITHUB_AUTH_CLIENT_ID: client.clientId,
      GITHUB_AUTH_CLIENT_SECRET: client.clientSecret,
    },
    provider: 'github',
    title: 'GitHub',
    arrive: GRACE,
    owns: GRACE,
    unknown: github.unknown,
  };
};

const gheAuth: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('ghe');
  const github = await use(
    startGitHub({ token: 'ghp_bot', oauth: client, catalogInfo }),
  );
  return {
    presets: ['ghe-auth'],
    port,
    variables: {
      GHE_BASE_URL: github.url,
      GHE_CA_FILE: caFile,
      GHE_ORG: 'acme',
      GHE_BOT_TOKEN: 'ghp_bot',
      GHE_CLIENT_ID: client.clientId,
      GHE_CLIENT_SECRET: client.clientSecret,
    },
    provider: 'ghe',
    title: 'GitHub Enterprise',
    arrive: GRACE,
    // Suspended on the server.
    absent: ['user:default/alan'],
    owns: GRACE,
    unknown: github.unknown,
  };
};

const gitlab: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('gitlab');
  const host = 'gitlab.example.org';
  const server = await use(
    startGitLab({ token: 'glpat-portal', oauth: client, catalogInfo, host }),
  );
  const proxy = await use(startVendorProxy({ [host]: server }));
  return {
    presets: ['gitlab'],
    port,
    variables: {
      ...proxy.env,
      GITLAB_HOST: host,
      GITLAB_CA_FILE: caFile,
      GITLAB_GROUP: 'acme',
      GITLAB_TOKEN: 'glpat-portal',
      GITLAB_AUTH_CLIENT_ID: client.clientId,
      GITLAB_AUTH_CLIENT_SECRET: client.clientSecret,
    },
    proxy,
    provider: 'gitlab',
    title: 'GitLab',
    arrive: [...GRACE, 'component:default/from-source'],
    owns: GRACE,
    unknown: server.unknown,
  };
};

/** People who sign in where the code is. */
export const sourceHosts: Record<string, PrepareIdentity> = {
  'github-auth': githubAuth,
  'ghe-auth': gheAuth,
  gitlab,
};
