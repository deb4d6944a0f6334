import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { testAuthority } from '../testAuthority';
import type { StandIn } from '../startStandIn';
import { startKubernetes } from './startKubernetes';

let cluster: StandIn;

beforeEach(async () => {
  cluster = await startKubernetes({ accepts: token => token === 'sa-token' });
});
afterEach(() => cluster.close());

async function createClient(token: string) {
  const { caFile } = await testAuthority();
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'test', server: cluster.url, caFile }],
    users: [{ name: 'test', token }],
    contexts: [{ name: 'test', cluster: 'test', user: 'test' }],
    currentContext: 'test',
  });
  return config.makeApiClient(CoreV1Api);
}

it('answers the client of Kubernetes, with the pods that a selector names', async () => {
  const client = await createClient('sa-token');

  const { items } = await client.listNamespacedPod({
    namespace: 'shop',
    labelSelector: 'backstage.io/kubernetes-id=web',
  });
  expect(items.map(pod => pod.metadata?.name)).toEqual(['web-5d4f']);
  await expect(
    client.listPodForAllNamespaces({ labelSelector: 'app=other' }),
  ).resolves.toMatchObject({ items: [] });
  expect(cluster.unknown).toEqual([]);
});

it('refuses another token', async () => {
  const client = await createClient('other');

  await expect(client.listPodForAllNamespaces()).rejects.toMatchObject({
    code: 401,
  });
});
