import type { PodMetricsList } from '@kubernetes/client-node';
import type { IDaemonSetList } from 'kubernetes-models/apps/v1/DaemonSetList';
import type { IDeploymentList } from 'kubernetes-models/apps/v1/DeploymentList';
import type { IReplicaSetList } from 'kubernetes-models/apps/v1/ReplicaSetList';
import type { IStatefulSetList } from 'kubernetes-models/apps/v1/StatefulSetList';
import type { IHorizontalPodAutoscalerList } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerList';
import type { ICronJobList } from 'kubernetes-models/batch/v1/CronJobList';
import type { IJobList } from 'kubernetes-models/batch/v1/JobList';
import type { IIngressList } from 'kubernetes-models/networking.k8s.io/v1/IngressList';
import type { IConfigMapList } from 'kubernetes-models/v1/ConfigMapList';
import type { ILimitRangeList } from 'kubernetes-models/v1/LimitRangeList';
import type { IPodList } from 'kubernetes-models/v1/PodList';
import type { IResourceQuotaList } from 'kubernetes-models/v1/ResourceQuotaList';
import type { IServiceList } from 'kubernetes-models/v1/ServiceList';

/** What all lists of Kubernetes have in common. */
export interface KubernetesList {
  apiVersion: string;
  kind: string;
  items: {
    metadata?: { namespace?: string; labels?: Record<string, string> };
  }[];
}

const labels = { app: 'web', 'backstage.io/kubernetes-id': 'web' };
const template = {
  metadata: { labels },
  spec: { containers: [{ name: 'web', image: 'registry.example/web:1' }] },
};

const pods: IPodList = {
  apiVersion: 'v1',
  kind: 'PodList',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web-5d4f', namespace: 'shop', uid: 'pod-1', labels },
      spec: template.spec,
      status: {
        phase: 'Running',
        podIP: '10.0.0.7',
        startTime: '2026-01-01T00:00:00Z',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [
          {
            name: 'web',
            ready: true,
            restartCount: 0,
            image: 'registry.example/web:1',
            imageID: 'registry.example/web@sha256:0',
            state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
          },
        ],
      },
    },
  ],
};

const deployments: IDeploymentList = {
  apiVersion: 'apps/v1',
  kind: 'DeploymentList',
  items: [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'web',
        namespace: 'shop',
        uid: 'deployment-1',
        labels,
      },
      spec: { replicas: 1, selector: { matchLabels: labels }, template },
      status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
    },
  ],
};

const podMetrics: PodMetricsList = {
  apiVersion: 'metrics.k8s.io/v1beta1',
  kind: 'PodMetricsList',
  metadata: { selfLink: '' },
  items: [
    {
      // The type leaves labels out, by which a selector finds it.
      metadata: Object.assign(
        { labels },
        {
          name: 'web-5d4f',
          namespace: 'shop',
          selfLink: '',
          creationTimestamp: '2026-01-01T00:00:00Z',
        },
      ),
      timestamp: '2026-01-01T00:00:00Z',
      window: '15s',
      containers: [{ name: 'web', usage: { cpu: '7m', memory: '42Mi' } }],
    },
  ],
};

/** The lists of the cluster by `GROUP/VERSION/PLURAL`. */
export const clusterLists: Record<string, KubernetesList> = {
  'v1/pods': pods,
  'metrics.k8s.io/v1beta1/pods': podMetrics,
  'apps/v1/deployments': deployments,
  'v1/configmaps': {
    apiVersion: 'v1',
    kind: 'ConfigMapList',
    items: [],
  } satisfies IConfigMapList,
  'batch/v1/cronjobs': {
    apiVersion: 'batch/v1',
    kind: 'CronJobList',
    items: [],
  } satisfies ICronJobList,
  'apps/v1/daemonsets': {
    apiVersion: 'apps/v1',
    kind: 'DaemonSetList',
    items: [],
  } satisfies IDaemonSetList,
  'autoscaling/v2/horizontalpodautoscalers': {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscalerList',
    items: [],
  } satisfies IHorizontalPodAutoscalerList,
  'networking.k8s.io/v1/ingresses': {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressList',
    items: [],
  } satisfies IIngressList,
  'batch/v1/jobs': {
    apiVersion: 'batch/v1',
    kind: 'JobList',
    items: [],
  } satisfies IJobList,
  'v1/limitranges': {
    apiVersion: 'v1',
    kind: 'LimitRangeList',
    items: [],
  } satisfies ILimitRangeList,
  'apps/v1/replicasets': {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSetList',
    items: [],
  } satisfies IReplicaSetList,
  'v1/resourcequotas': {
    apiVersion: 'v1',
    kind: 'ResourceQuotaList',
    items: [],
  } satisfies IResourceQuotaList,
  'v1/services': {
    apiVersion: 'v1',
    kind: 'ServiceList',
    items: [],
  } satisfies IServiceList,
  'apps/v1/statefulsets': {
    apiVersion: 'apps/v1',
    kind: 'StatefulSetList',
    items: [],
  } satisfies IStatefulSetList,
};
