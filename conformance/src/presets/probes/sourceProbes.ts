import {
  AZURE_ORGANIZATION,
  startAzureDevOps,
} from '../standIns/azureDevOps/startAzureDevOps';
import { startGitHub } from '../standIns/github/startGitHub';
import { createGitHubApp } from '../standIns/github/createGitHubApp';
import { startGitLab } from '../standIns/gitlab/startGitLab';
import { testAuthority } from '../standIns/testAuthority';
import { startPreset } from '../startPreset';
import { component } from './component';
import { expectEntities } from './expectEntities';
import type { Probe } from './Probe';

const found = 'component:default/from-source';
const catalogInfo = component({ name: 'from-source' });

const githubWithToken: Probe = async use => {
  const github = await use(startGitHub({ token: 'ghp_portal', catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['github'],
      variables: {
        GITHUB_HOST: github.host,
        GITHUB_CA_FILE: (await testAuthority()).caFile,
        GITHUB_ORG: 'acme',
        // The other name of GITHUB_PAT.
        GITHUB_TOKEN: 'ghp_portal',
      },
    }),
  );

  await expectEntities(portal, [found]);
  expect(github.unknown).toEqual([]);
};

const githubWithApp: Probe = async use => {
  const app = createGitHubApp({ id: 4711, organization: 'acme' });
  const github = await use(startGitHub({ app, catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['github'],
      variables: {
        GITHUB_HOST: github.host,
        GITHUB_CA_FILE: (await testAuthority()).caFile,
        GITHUB_ORG: 'acme',
        GITHUB_APP_ID: '4711',
        // As it is mostly written into an environment file.
        GITHUB_PRIVATE_KEY: app.privateKey.replace(/\n/g, '\\n'),
        GITHUB_CLIENT_ID: 'Iv1.0123456789abcdef',
        GITHUB_CLIENT_SECRET: 'secret-of-the-app',
      },
    }),
  );

  await expectEntities(portal, [found]);
  expect(github.unknown).toEqual([]);
};

const githubEnterprise: Probe = async use => {
  const github = await use(startGitHub({ token: 'ghp_bot', catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['github-enterprise'],
      variables: {
        GHE_BASE_URL: github.url,
        GHE_CA_FILE: (await testAuthority()).caFile,
        GHE_ORG: 'acme',
        GHE_BOT_TOKEN: 'ghp_bot',
      },
    }),
  );

  await expectEntities(portal, [found]);
  expect(github.unknown).toEqual([]);
};

const githubPat: Probe = async use => {
  const github = await use(startGitHub({ token: 'ghp_mine', catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['github-pat'],
      variables: {
        GITHUB_HOST: github.host,
        GITHUB_CA_FILE: (await testAuthority()).caFile,
        GITHUB_ORG: 'acme',
        GITHUB_PAT: 'ghp_mine',
      },
    }),
  );

  await expectEntities(portal, [found]);
  const guest = await portal.ask('/api/auth/guest/refresh', {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  expect(guest.backstageIdentity.identity.userEntityRef).toBe(
    'user:default/guest',
  );
  expect(github.unknown).toEqual([]);
};

const gitlabScm: Probe = async use => {
  const gitlab = await use(startGitLab({ token: 'glpat-portal', catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['gitlab-scm'],
      variables: {
        GITLAB_HOST: gitlab.host,
        GITLAB_CA_FILE: (await testAuthority()).caFile,
        GITLAB_GROUP: 'acme',
        GITLAB_TOKEN: 'glpat-portal',
      },
    }),
  );

  await expectEntities(portal, [found], ['user:default/grace']);
  expect(gitlab.unknown).toEqual([]);
};

const azure: Probe = async use => {
  // Of this length are the personal access tokens of a server of one's own.
  const token = 'x'.repeat(52);
  const server = await use(startAzureDevOps({ token, catalogInfo }));
  const portal = await use(
    startPreset({
      presets: ['azure'],
      variables: {
        AZURE_DEVOPS_HOST: server.host,
        AZURE_DEVOPS_CA_FILE: (await testAuthority()).caFile,
        AZURE_DEVOPS_ORG: AZURE_ORGANIZATION,
        AZURE_DEVOPS_PROJECT: 'Shop',
        AZURE_DEVOPS_TOKEN: token,
      },
    }),
  );

  await expectEntities(portal, [found]);
  const builds = await portal.ask(
    `/api/azure-devops/builds/Shop?repoName=web&entityRef=${found}`,
  );
  expect(builds).toMatchObject([
    { title: 'Web CI - 20260101.1', uniqueName: 'CORP\\grace' },
  ]);
  expect(server.unknown).toEqual([]);
};

export const sourceProbes: Record<string, Probe> = {
  github: githubWithToken,
  'github with an App': githubWithApp,
  'github-enterprise': githubEnterprise,
  'github-pat': githubPat,
  'gitlab-scm': gitlabScm,
  azure,
};
