// Run with `node --test scripts/lib/deploy/*.test.mjs`: the files for deployments are in order, and each rule finds what it is for.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatFinding } from './finding.mjs';
import { lintCompose } from './lintCompose.mjs';
import { lintContainerfile } from './lintContainerfile.mjs';
import { lintDeploy } from './lintDeploy.mjs';
import { lintKubernetes } from './lintKubernetes.mjs';
import { lintWorkflow } from './lintWorkflow.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = file => fs.readFileSync(path.join(root, file), 'utf8');

test('the files for deployments are in order', async () => {
  assert.deepEqual((await lintDeploy()).map(formatFinding), []);
});

/** Each change to a good file, and what must be found then. */
const SPOILED = [
  {
    file: 'deploy/Containerfile',
    lint: ({ file, text }) =>
      lintContainerfile({
        file,
        text,
        exists: name => fs.existsSync(path.join(root, name)),
      }),
    changes: [
      [/^USER .*$/m, '', /runs as root/],
      [/^USER .*$/m, 'USER root', /runs as root/],
      [/^USER .*$/m, 'USER callboard', /numeric id/],
      [/^HEALTHCHECK .*$/m, '', /no HEALTHCHECK/],
      [/FROM node:24-bookworm-slim\n/, 'FROM node\n', /not pinned/],
      [/FROM node:24-bookworm-slim\n/, 'FROM node:latest\n', /not pinned/],
      [/^FROM[^\n]*AS build$[^]*?^FROM/m, 'FROM', /single stage/],
      [/^COPY \. \.$/m, 'ADD https://example.com/x.tgz .', /uses ADD/],
      [/^COPY \. \.$/m, 'COPY missing/ .', /missing\/, which does not exist/],
      [/--from=build/, '--from=builder', /unknown stage builder/],
      [/^EXPOSE 7007$/m, 'ENV GITHUB_TOKEN=abc', /GITHUB_TOKEN into the image/],
      [/^EXPOSE 7007$/m, 'ARG NPM_TOKEN', /NPM_TOKEN into the image/],
      [/^EXPOSE 7007$/m, 'EXPOSED 7007', /Unknown instruction/],
      [/^WORKDIR \/app$/m, 'WORKDIR app', /WORKDIR/],
    ],
  },
  {
    file: 'deploy/compose.yaml',
    lint: ({ file, text }) =>
      lintCompose({
        file,
        text,
        exists: name => fs.existsSync(path.join(root, 'deploy', name)),
      }),
    changes: [
      [/restart: unless-stopped/, 'restarts: always', /services\/portal/],
      [/postgres:18-bookworm/, 'postgres', /version tag/],
      [/POSTGRES_PASSWORD: .*/, 'POSTGRES_PASSWORD: hunter2', /written into/],
      [
        /127\.0\.0\.1:7007:7007/,
        '7007:7007',
        /without specifying the interface/,
      ],
      [/\.\/app-config\.postgres\.yaml/, './missing.yaml', /does not exist/],
      [/- data:\/data/, '- dta:/data', /dta, which does not exist/],
      [/deploy\/Containerfile/, 'deploy/Dockerfile', /does not exist/],
      [/read_only: true/, 'read_only: false', /read_only: true/],
      [/ {4}healthcheck:\n[^]*?start_period.*\n/, '', /no health check/],
      [/^services:$/m, 'services: [', /deploy\/compose\.yaml:\d+/],
    ],
  },
  {
    file: 'deploy/kubernetes.yaml',
    lint: lintKubernetes,
    changes: [
      [/replicas: 2/, 'replicas: two', /replicas/],
      [/readinessProbe:/, 'readynessProbe:', /readynessProbe/],
      [/runAsNonRoot: true/, 'runAsNonRoot: false', /runs as root/],
      [/allowPrivilegeEscalation: false/, '', /privilege escalation/],
      [/readOnlyRootFilesystem: true/, '', /can be written/],
      [/drop: \[ALL\]/, 'drop: [CHOWN]', /capabilities/],
      [/callboard:0\.1\.0/, 'callboard:latest', /not pinned/],
      [/memory: 2Gi/, 'cpu: 2', /memory limit/],
      [/secretKeyRef:\n/, 'secretKeyReff:\n', /secretKeyReff/],
      [/valueFrom:\n.*\n.*\n.*key: .*/, 'value: hunter2', /carries the secret/],
      [/kind: PodDisruptionBudget/, 'kind: PodBudget', /is unknown/],
      [/name: callboard\n +port:/, 'name: other\n port:', /:\d+: /],
      [
        /configMap:\n +name: callboard/,
        'configMap: { name: x }',
        /ConfigMap x/,
      ],
      [
        /- name: tmp\n +emptyDir/,
        '- name: temp\n          emptyDir',
        /volume tmp/,
      ],
      [
        /selector:\n +app.kubernetes.io\/name: callboard/,
        'selector: { app: x }',
        /selects no pod/,
      ],
      [/namespace: callboard/, 'namespace: other', /namespace other/],
    ],
  },
  {
    file: '.github/workflows/ci.yml',
    lint: lintWorkflow,
    changes: [
      [/permissions:\n.*\n/, '', /permissions/],
      [/timeout-minutes: 90/, '', /timeout-minutes/],
      [/checkout@v[\d.]+/, 'checkout@main', /not pinned/],
      [/runs-on: ubuntu-latest/, 'runs-on: ubuntu-latst', /ubuntu-latst/],
      [/github\.ref/, 'github.reff', /reff/],
    ],
  },
];

for (const { file, lint, changes } of SPOILED) {
  for (const [from, to, expected] of changes) {
    test(`${file}: finds ${from} changed to ${JSON.stringify(
      to,
    )}`, async () => {
      const good = read(file);
      const text = good.replace(from, to);
      assert.notEqual(text, good, 'the change does not apply any more');
      const findings = (await lint({ file, text })).map(formatFinding);
      assert.match(findings.join('\n'), expected);
    });
  }
}
