// Checks the files for deployments: Containerfile, compose file, Kubernetes manifests, workflows. Needs a build.
import { formatFinding } from './lib/deploy/finding.mjs';
import { lintDeploy } from './lib/deploy/lintDeploy.mjs';

const findings = await lintDeploy();
for (const item of findings) {
  process.stderr.write(`${formatFinding(item)}\n`);
}
process.stdout.write(
  findings.length === 0
    ? 'The files for deployments are in order.\n'
    : `${findings.length} findings\n`,
);
process.exit(findings.length === 0 ? 0 : 1);
