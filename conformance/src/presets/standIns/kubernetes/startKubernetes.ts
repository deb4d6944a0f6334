import type { IStatus } from '@kubernetes-models/apimachinery/apis/meta/v1/Status';
import {
  json,
  startStandIn,
  type StandIn,
  type StandInRequest,
} from '../startStandIn';
import { clusterLists, type KubernetesList } from './clusterLists';

/** The API server of a cluster with one deployment of one pod, as far as the portal asks it. */
export async function startKubernetes(options: {
  /** Whether a bearer token is one of somebody who may read. */
  accepts(token: string): boolean;
}): Promise<StandIn> {
  const refuse = ({ headers }: StandInRequest) => {
    const [, token = ''] = headers.authorization?.match(/^Bearer (.+)$/) ?? [];
    return options.accepts(token)
      ? undefined
      : status({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' });
  };
  const list = (request: StandInRequest) => {
    const { group = '', version, namespace, plural } = request.params;
    const found: KubernetesList | undefined =
      clusterLists[`${group ? `${group}/` : ''}${version}/${plural}`];
    return found
      ? json(select(found, { ...readSelector(request.url), namespace }))
      : status({
          code: 404,
          reason: 'NotFound',
          message: 'the server could not find the requested resource',
        });
  };
  return startStandIn({
    name: 'the Kubernetes API',
    refuse,
    routes: {
      'GET /version': () =>
        json({ major: '1', minor: '34', gitVersion: 'v1.34.1' }),
      'GET /api/:version/:plural': list,
      'GET /api/:version/namespaces/:namespace/:plural': list,
      'GET /apis/:group/:version/:plural': list,
      'GET /apis/:group/:version/namespaces/:namespace/:plural': list,
    },
  });
}

function status(options: { code: number; reason: string; message: string }) {
  return json<IStatus>(
    {
      apiVersion: 'v1',
      kind: 'Status',
      metadata: {},
      status: 'Failure',
      ...options,
    },
    { status: options.code },
  );
}

/** The labels that are asked for, in the form `a=b,c=d`. */
function readSelector(url: URL): { labels: Record<string, string> } {
  const selector = url.searchParams.get('labelSelector');
  return {
    labels: Object.fromEntries(
      selector ? selector.split(',').map(part => part.split('=')) : [],
    ),
  };
}

function select(
  list: KubernetesList,
  wanted: { labels: Record<string, string>; namespace?: string },
): KubernetesList {
  return {
    ...list,
    items: list.items.filter(
      ({ metadata }) =>
        (!wanted.namespace || metadata?.namespace === wanted.namespace) &&
        Object.entries(wanted.labels).every(
          ([name, value]) => metadata?.labels?.[name] === value,
        ),
    ),
  };
}
