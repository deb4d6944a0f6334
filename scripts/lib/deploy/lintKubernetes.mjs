import { LineCounter, parseAllDocuments } from 'yaml';
import { finding } from './finding.mjs';
import { unknownKeys } from './unknownKeys.mjs';

/** `apps/v1` -> the module of the package with the models; core kinds have no group. */
const modelOf = async ({ apiVersion, kind }) => {
  const models = await import(`kubernetes-models/${apiVersion}/${kind}`).catch(
    () => ({}),
  );
  return models[kind];
};

/** What the namespace's Pod Security level `restricted` asks of a pod and its containers, and probes and limits besides. */
function podFindings(pod) {
  const messages = [];
  const security = pod.securityContext ?? {};
  if (!security.runAsNonRoot) messages.push('runs as root: set runAsNonRoot');
  if (security.seccompProfile?.type !== 'RuntimeDefault') {
    messages.push('has no seccompProfile RuntimeDefault');
  }
  if (pod.automountServiceAccountToken !== false) {
    messages.push('gets a token of the cluster that it does not need');
  }
  for (const container of pod.containers) {
    const own = container.securityContext ?? {};
    const checks = {
      'allows privilege escalation': own.allowPrivilegeEscalation !== false,
      'has a root file system that can be written': !own.readOnlyRootFilesystem,
      'does not drop all capabilities':
        !own.capabilities?.drop?.includes('ALL'),
      'has no memory limit': !container.resources?.limits?.memory,
      'has no requests': !container.resources?.requests?.cpu,
      'has no liveness probe': !container.livenessProbe,
      'has no readiness probe': !container.readinessProbe,
      'has an image that is not pinned': !/:(?!latest$)[^/:]+$|@sha256:/.test(
        container.image ?? '',
      ),
    };
    const volumes = new Set((pod.volumes ?? []).map(({ name }) => name));
    for (const { name } of container.volumeMounts ?? []) {
      checks[`mounts the volume ${name}, which does not exist`] =
        !volumes.has(name);
    }
    for (const { name, value } of container.env ?? []) {
      checks[`carries the secret ${name} in the manifest`] =
        value !== undefined && /PASSWORD|SECRET|TOKEN/.test(name);
    }
    messages.push(
      ...Object.entries(checks)
        .filter(([, wrong]) => wrong)
        .map(([message]) => `container ${container.name} ${message}`),
    );
  }
  return messages;
}

/** Whether what refers to pods by label finds those of a workload. */
function selectorFindings(resources) {
  const pods = resources
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ spec }) => spec.template.metadata.labels);
  const finds = selector =>
    pods.some(labels =>
      Object.entries(selector ?? {}).every(
        ([key, value]) => labels[key] === value,
      ),
    );
  const selectorOf = {
    Deployment: ({ spec }) => spec.selector.matchLabels,
    PodDisruptionBudget: ({ spec }) => spec.selector.matchLabels,
    NetworkPolicy: ({ spec }) => spec.podSelector.matchLabels,
    Service: ({ spec }) => spec.selector,
  };
  return resources
    .filter(resource => selectorOf[resource.kind])
    .filter(resource => !finds(selectorOf[resource.kind](resource)))
    .map(resource => ({ resource, message: 'selects no pod of this file' }));
}

/** Checks that every reference by name has its counterpart. A secret is made by hand and must not be in the file. */
function referenceFindings(resources) {
  const has = (kind, name) =>
    resources.some(
      other => other.kind === kind && other.metadata.name === name,
    );
  return resources.flatMap(resource => {
    const messages = [];
    const { kind, metadata, spec } = resource;
    if (kind !== 'Namespace' && !has('Namespace', metadata.namespace)) {
      messages.push(
        `is in the namespace ${metadata.namespace}, which is not in this file`,
      );
    }
    if (kind === 'Secret') messages.push('holds secrets in the manifest');
    if (kind === 'Deployment') {
      const pod = spec.template.spec;
      for (const { configMap } of pod.volumes ?? []) {
        if (configMap && !has('ConfigMap', configMap.name)) {
          messages.push(
            `mounts the ConfigMap ${configMap.name}, which is not in this file`,
          );
        }
      }
      if (!has('ServiceAccount', pod.serviceAccountName)) {
        messages.push('names a ServiceAccount that is not in this file');
      }
    }
    if (kind === 'Ingress') {
      for (const { backend } of spec.rules.flatMap(({ http }) => http.paths)) {
        if (!has('Service', backend.service.name)) {
          messages.push(
            `leads to the Service ${backend.service.name}, which is not in this file`,
          );
        }
      }
    }
    return messages.map(message => ({ resource, message }));
  });
}

/** Checks manifests against the schemas of Kubernetes and against the rules of this repository. */
export async function lintKubernetes({ file, text }) {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const errors = documents.flatMap(document => document.errors);
  if (errors.length > 0) {
    return errors.map(({ pos, message }) =>
      finding(file, lines.linePos(pos[0]).line, message.split('\n')[0]),
    );
  }
  const resources = documents.map(document => document.toJS());
  const lineOf = new Map(
    resources.map((resource, index) => [
      resource,
      lines.linePos(documents[index].contents.range[0]).line,
    ]),
  );
  const findings = [];
  const report = (resource, message) =>
    findings.push(
      finding(file, lineOf.get(resource), `${resource.kind} ${message}`),
    );

  for (const resource of resources) {
    const Model = await modelOf(resource);
    if (!Model) {
      report(resource, `of ${resource.apiVersion} is unknown`);
    } else {
      try {
        new Model(resource).validate();
      } catch (error) {
        report(resource, error.message);
      }
    }
  }
  if (findings.length > 0) return findings;

  for (const { index, message } of unknownKeys(resources)) {
    report(resources[index], message);
  }
  if (findings.length > 0) return findings;

  for (const resource of resources) {
    if (resource.kind === 'Deployment') {
      podFindings(resource.spec.template.spec).forEach(message =>
        report(resource, message),
      );
    }
  }
  for (const { resource, message } of [
    ...selectorFindings(resources),
    ...referenceFindings(resources),
  ]) {
    report(resource, message);
  }
  return findings;
}
