// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
import { grace, startOidcProvider } from '../standIns/startOidcProvider';
import { startKubernetes } from '../standIns/kubernetes/startKubernetes';
import { testAuthority } from '../standIns/testAuthority';
import { signIn } from '../signIn';
import { startPreset, type RunningPreset } from '../startPreset';
import { component } from './component';
import { eventually } from './eventually';
import type { Probe } from './Probe';
import { user } from './user';

const entities = component({
  annotations: { 'backstage.io/kubernetes-id': 'web' },
});

/** What the tab of an entity asks for. */
async function readWorkloads(portal: RunningPreset, auth: object = {}) {
  const entity = await eventually(() =>
    portal.ask('/api/catalog/entities/by-name/component/default/web'),
  );
  const { items } = await portal.ask('/api/kubernetes/services/web', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entity, auth }),
  });
  return items.map((cluster: any) => ({
    name: cluster.cluster.name,
    pods: cluster.resources
      .filter(({ type }: any) => type === 'pods')
      .flatMap(({ resources }: any) => resources)
      .map((pod: any) => pod.metadata.name),
    errors: cluster.errors,
  }));
}

/** Two clusters, each with a token of its own. */
const serviceAccounts: Probe = async use => {
  const [one, two] = await Promise.all(
    ['token-one', 'token-two'].map(token =>
      use(startKubernetes({ accepts: given => given === token })),
    ),
  );
  const { caFile } = await testAuthority();
  const portal = await use(
    startPreset({
      presets: ['kubernetes'],
      variables: {
        K8S_CLUSTER_NAME: 'one,two',
        K8S_CLUSTER_URL: `${one.url},${two.url}`,
        K8S_CLUSTER_TOKEN: 'token-one,token-two',
        K8S_CA_FILE: caFile,
      },
      entities,
    }),
  );

  await expect(readWorkloads(portal)).resolves.toEqual([
    { name: 'one', pods: ['web-5d4f'], errors: [] },
    { name: 'two', pods: ['web-5d4f'], errors: [] },
  ]);
  expect([...one.unknown, ...two.unknown]).toEqual([]);
};

/** The cluster trusts the provider that people sign in with, and gets their ID tokens. */
const signedInPerson: Probe = async use => {
  const port = await freePort();
  const provider = await use(
    startOidcProvider({
      clientId: 'portal',
      clientSecret: 'portal-secret',
      redirectUri: `http://localhost:${port}/api/auth/oidc/handler/frame`,
    }),
  );
  const cluster = await use(
    startKubernetes({
      accepts: token => subjectOf(token, provider.issuer) === grace.sub,
    }),
  );
  const { caFile } = await testAuthority();
  const portal = await use(
    startPreset({
      presets: ['oidc', 'kubernetes'],
      port,
      variables: {
        OIDC_METADATA_URL: `${provider.issuer}/.well-known/openid-configuration`,
        OIDC_CLIENT_ID: 'portal',
        OIDC_CLIENT_SECRET: 'portal-secret',
        OIDC_CA_FILE: caFile,
        AUTH_SESSION_SECRET: 'secret-of-a-test-0123456789',
        K8S_CLUSTER_NAME: 'one',
        K8S_CLUSTER_URL: cluster.url,
        K8S_AUTH_PROVIDER: 'oidc',
        K8S_CA_FILE: caFile,
      },
      entities: `${entities}---\n${user({
        name: 'grace',
        email: grace.email,
      })}`,
    }),
  );

  await expect(portal.ask('/api/kubernetes/clusters')).resolves.toEqual({
    items: [{ name: 'one', authProvider: 'oidc', oidcTokenProvider: 'oidc' }],
  });
  const { first } = await eventually(() =>
    signIn({ portalUrl: portal.url, provider: 'oidc' }),
  );
  const auth = { oidc: { oidc: first.providerInfo?.idToken } };
  await expect(readWorkloads(portal, auth)).resolves.toEqual([
    { name: 'one', pods: ['web-5d4f'], errors: [] },
  ]);
};

/** Whom an ID token is about, if it comes from this issuer. */
function subjectOf(token: string, issuer: string) {
  try {
    const claims = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    return claims.iss === issuer ? claims.sub : undefined;
  } catch {
    return undefined;
  }
}

export const kubernetesProbes: Record<string, Probe> = {
  kubernetes: serviceAccounts,
  'kubernetes as the person who looks': signedInPerson,
};
