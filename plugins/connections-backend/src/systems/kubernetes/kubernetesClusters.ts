import fs from 'node:fs/promises';
import type { Config } from '@backstage/config';
import { ProbeError } from '../ProbeError';
import type { FindSystems, Probed, System } from '../System';
import { askCluster } from './askCluster';
import { expiryOfJwt } from './expiryOfJwt';

const KEY = 'kubernetes.clusterLocatorMethods';
/** Where Kubernetes puts the account of a pod. */
const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Clusters that the configuration names one by one. */
export const kubernetesClusters: FindSystems = ({ config }) =>
  (config.getOptionalConfigArray(KEY) ?? []).flatMap((method, outer) =>
    method.getOptionalString('type') === 'config'
      ? (method.getOptionalConfigArray('clusters') ?? []).map(
          (cluster, inner) =>
            toSystem({
              cluster,
              configKey: `${KEY}[${outer}].clusters[${inner}]`,
            }),
        )
      : [],
  );

function toSystem(options: { cluster: Config; configKey: string }): System {
  const { cluster, configKey } = options;
  const name = cluster.getOptionalString('name') ?? configKey;
  const url = cluster.getString('url').replace(/\/+$/, '');
  const authProvider =
    cluster.getOptionalString('authProvider') ?? 'serviceAccount';
  const isOfViewer = authProvider !== 'serviceAccount';
  const skipsTls = isTrue(cluster.getOptional('skipTLSVerify'));
  const read = async () => ({
    token: isOfViewer
      ? undefined
      : cluster.getOptionalString('serviceAccountToken') ?? (await ownToken()),
    ca: await authorityOf(cluster),
    skipsTls,
  });
  return {
    id: `kubernetes:${name}`,
    kind: 'kubernetes',
    title: `Kubernetes cluster ${name}`,
    target: url,
    configKey,
    credential: {
      type: isOfViewer
        ? `of the viewer (${authProvider})`
        : 'service account token',
    },
    async carries() {
      const all = await read();
      return all.token && all;
    },
    async probe({ signal, now }): Promise<Probed> {
      const { token, ca } = await read();
      const { status, version } = await askCluster({
        ...{ url: `${url}/version`, token, ca, skipsTls, signal },
      });
      if (token && (status === 401 || status === 403)) {
        throw new ProbeError(
          `The cluster refuses the service account token (HTTP ${status})${expired(
            token,
            now(),
          )}.`,
          `Make a new token ("kubectl create token") for ${configKey}.serviceAccountToken (K8S_CLUSTER_TOKEN).`,
        );
      }
      if (status >= 500) {
        throw new Error(`the cluster answers with HTTP ${status}`);
      }
      const answer = version
        ? `It answers; its version is ${version}.`
        : `It answers (HTTP ${status}).`;
      const expiresAt = token && expiryOfJwt(token);
      return skipsTls
        ? {
            status: 'warn',
            detail: `${answer} Nobody verifies its certificate, so somebody in between can read the token.`,
            remedy:
              "Name the cluster's certificate authority in K8S_CA_FILE (caFile), and remove skipTLSVerify.",
            expiresAt,
          }
        : { detail: answer, expiresAt };
    },
  };
}

async function ownToken(): Promise<string | undefined> {
  return fs
    .readFile(OWN_TOKEN, 'utf8')
    .then(text => text.trim())
    .catch(() => undefined);
}

async function authorityOf(cluster: Config): Promise<string | undefined> {
  const data = cluster.getOptionalString('caData');
  if (data) return Buffer.from(data, 'base64').toString('utf8');
  const file = cluster.getOptionalString('caFile');
  return file ? fs.readFile(file, 'utf8') : undefined;
}

function expired(token: string, now: Date): string {
  const end = expiryOfJwt(token);
  return end && Date.parse(end) <= now.getTime()
    ? `; it expired on ${end.slice(0, 10)}`
    : '';
}

/** A variable gives a text. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
