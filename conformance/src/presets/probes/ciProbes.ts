import { startArgoCd } from '../standIns/startArgoCd';
import { startJenkins } from '../standIns/startJenkins';
import { startSonarQube } from '../standIns/startSonarQube';
import { startVault } from '../standIns/startVault';
import { testAuthority } from '../standIns/testAuthority';
import { startPreset } from '../startPreset';
import { component } from './component';
import { eventually } from './eventually';
import type { Probe } from './Probe';

const web = '/component/default/web';

const jenkins: Probe = async use => {
  const standIn = await use(
    startJenkins({ username: 'portal', token: 'jenkins-token' }),
  );
  const { caFile } = await testAuthority();
  const portal = await use(
    startPreset({
      presets: ['jenkins'],
      variables: {
        JENKINS_URL: standIn.url,
        JENKINS_USERNAME: 'portal',
        JENKINS_TOKEN: 'jenkins-token',
        JENKINS_CA_FILE: caFile,
      },
      entities: component({
        annotations: { 'jenkins.io/job-full-name': 'shop/web' },
      }),
    }),
  );

  const { projects } = await eventually(() =>
    portal.ask('/api/jenkins/v1/entity/default/component/web/projects'),
  );
  expect(projects).toMatchObject([
    {
      fullName: 'shop/web',
      lastBuild: {
        status: 'SUCCESS',
        source: { branchName: 'refs/remotes/origin/main' },
        tests: { total: 10, passed: 7, skipped: 2, failed: 1 },
      },
    },
  ]);
  const { consoleText } = await portal.ask(
    '/api/jenkins/v1/entity/default/component/web/job/shop%2Fweb/1/consoleText',
  );
  expect(consoleText).toContain('Finished: SUCCESS');
  expect(standIn.unknown).toEqual([]);
};

const sonarqube: Probe = async use => {
  const standIn = await use(startSonarQube({ token: 'squ_token' }));
  const { caFile } = await testAuthority();
  const portal = await use(
    startPreset({
      presets: ['sonarqube'],
      variables: {
        SONARQUBE_BASE_URL: standIn.url,
        SONARQUBE_EXTERNAL_URL: 'https://sonar.example.org',
        SONARQUBE_API_KEY: 'squ_token',
        SONARQUBE_CA_FILE: caFile,
      },
      entities: component({
        annotations: { 'sonarqube.org/project-key': 'shop:web' },
      }),
    }),
  );

  const summary = await eventually(() =>
    portal.ask(`/api/sonarqube/entities${web}/summary`),
  );
  expect(summary).toMatchObject({
    instanceUrl: 'https://sonar.example.org',
    componentKey: 'shop:web',
    findings: {
      analysisDate: '2026-01-01T00:00:00+0000',
      measures: expect.arrayContaining([
        { metric: 'alert_status', value: 'OK' },
        { metric: 'coverage', value: '81.5' },
      ]),
    },
  });
  expect(standIn.unknown).toEqual([]);
};

/** With a token, or with the user name and password of a local account. */
const argocd =
  (credential: Record<string, string>): Probe =>
  async use => {
    const standIn = await use(
      startArgoCd({
        token: 'argo-token',
        username: 'portal',
        password: 'argo-password',
      }),
    );
    const { caFile } = await testAuthority();
    const portal = await use(
      startPreset({
        presets: ['argocd'],
        variables: {
          ARGOCD_URL: standIn.url,
          ARGOCD_CA_FILE: caFile,
          ...credential,
        },
      }),
    );

    await expect(
      portal.ask('/api/argocd/find/name/web'),
    ).resolves.toMatchObject([{ name: 'argocd', appName: ['web'] }]);
    await expect(
      portal.ask('/api/argocd/argoInstance/argocd/applications/name/web'),
    ).resolves.toMatchObject({
      status: { health: { status: 'Healthy' }, sync: { status: 'Synced' } },
    });
    expect(standIn.unknown).toEqual([]);
  };

const vault: Probe = async use => {
  const standIn = await use(startVault({ token: 'hvs.portal' }));
  const { caFile } = await testAuthority();
  const portal = await use(
    startPreset({
      presets: ['vault'],
      variables: {
        VAULT_ADDR: standIn.url,
        VAULT_PUBLIC_URL: 'https://vault.example.org',
        VAULT_TOKEN: 'hvs.portal',
        VAULT_CA_FILE: caFile,
      },
    }),
  );

  const { items } = await portal.ask('/api/vault/v1/secrets/shop');
  expect(items).toEqual(
    ['database', 'session'].map(name => ({
      name,
      path: 'shop/web',
      editUrl: `https://vault.example.org/ui/vault/secrets/secrets/edit/shop/web/${name}`,
      showUrl: `https://vault.example.org/ui/vault/secrets/secrets/show/shop/web/${name}`,
    })),
  );
  await eventually(async () =>
    expect(standIn.requests).toContain('POST /v1/auth/token/renew-self?'),
  );
  expect(standIn.unknown).toEqual([]);
};

export const ciProbes: Record<string, Probe> = {
  jenkins,
  sonarqube,
  argocd: argocd({ ARGOCD_AUTH_TOKEN: 'argo-token' }),
  'argocd with a password': argocd({
    ARGOCD_USERNAME: 'portal',
    ARGOCD_PASSWORD: 'argo-password',
  }),
  vault,
};
