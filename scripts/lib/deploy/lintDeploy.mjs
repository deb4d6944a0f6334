import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { parse, parseAllDocuments } from 'yaml';
import { finding } from './finding.mjs';
import { lintCompose } from './lintCompose.mjs';
import { lintContainerfile } from './lintContainerfile.mjs';
import { lintKubernetes } from './lintKubernetes.mjs';
import { lintWorkflow } from './lintWorkflow.mjs';

const require = createRequire(import.meta.url);
const { root } = require('../paths.js');

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const existsBelow = folder => name =>
  fs.existsSync(path.join(root, folder, name));

/** All findings in the repository's files for deployments. */
export async function lintDeploy() {
  const workflows = fs
    .readdirSync(path.join(root, '.github', 'workflows'))
    .map(name => `.github/workflows/${name}`);
  return [
    ...lintContainerfile({
      file: 'deploy/Containerfile',
      text: read('deploy/Containerfile'),
      exists: existsBelow('.'),
    }),
    ...lintCompose({
      file: 'deploy/compose.yaml',
      text: read('deploy/compose.yaml'),
      exists: existsBelow('deploy'),
    }),
    ...(await lintKubernetes({
      file: 'deploy/kubernetes.yaml',
      text: read('deploy/kubernetes.yaml'),
    })),
    ...workflows.flatMap(file => lintWorkflow({ file, text: read(file) })),
    ...(await lintPortalConfig()),
    ...lintVersions(),
    ...lintIgnored(),
  ];
}

/** The portal's configuration in the files satisfies the schema that the build collected. */
async function lintPortalConfig() {
  const { loadConfigSchema } = require('@backstage/config-loader');
  const schema = await loadConfigSchema({
    serialized: JSON.parse(read('packages/cli/dist/config-schema.json')),
  });
  const configMap = parseAllDocuments(read('deploy/kubernetes.yaml'))
    .map(document => document.toJS())
    .find(({ kind }) => kind === 'ConfigMap');
  const configs = {
    'deploy/app-config.postgres.yaml': parse(
      read('deploy/app-config.postgres.yaml'),
    ),
    'deploy/kubernetes.yaml': parse(configMap.data['app-config.yaml']),
  };
  const base = parse(read('app-config.yaml'));
  return Object.entries(configs).flatMap(([file, data]) => {
    try {
      schema.process([
        { context: 'app-config.yaml', data: base },
        { context: file, data },
      ]);
      return [];
    } catch (error) {
      return [finding(file, 1, error.message)];
    }
  });
}

/** The version of the repository stands in these files too. */
function lintVersions() {
  const { version } = JSON.parse(read('package.json'));
  const places = {
    'deploy/Containerfile': `org.opencontainers.image.version="${version}"`,
    'deploy/compose.yaml': `image: callboard:${version}`,
    'deploy/kubernetes.yaml': `callboard:${version}`,
  };
  return Object.entries(places)
    .filter(([file, text]) => !read(file).includes(text))
    .map(([file]) => finding(file, 1, `does not name the version ${version}`));
}

/** Secrets and state must not get into the build context. */
function lintIgnored() {
  const lines = read('.dockerignore').split('\n');
  return ['.git', '.env', '.env.*', 'app-config.local.yaml', 'data']
    .filter(name => !lines.includes(name))
    .map(name => finding('.dockerignore', 1, `does not leave out ${name}`));
}
