import { readFileSync } from 'node:fs';
/* eslint-disable @backstage/no-forbidden-package-imports -- what fills a sandbox from a program is for tests, and so not exported */
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
import { connectPortal } from '@callboard/github-sandbox/src/portal/connectPortal';
import { applySeed } from '@callboard/github-sandbox/src/seed';
import { startSandbox } from '@callboard/github-sandbox/src/startSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { createLargeSeed } from '../createLargeSeed';
import type { SandboxReport, SandboxSettings } from './messages';
import { noLimits } from './noLimits';

/** A sandbox as `SandboxSettings` say, until the process is ended. */
async function main() {
  const settings: SandboxSettings = JSON.parse(
    readFileSync(process.argv[2], 'utf8'),
  );
  const { port, directory, latencyMs, controlToken } = settings;
  let ownerToken = '';
  const running = await startSandbox({
    ...{ port, directory, latencyMs, controlToken },
    onError: error => process.stderr.write(`${error}\n`),
    async prepare(sandbox) {
      const applied = await applySeed({
        sandbox,
        seed: createLargeSeed(settings),
      });
      if (applied.outcome !== 'applied') throw new Error(applied.outcome);
      const { organisation } = applied;
      connectPortal({
        sandbox,
        organisation,
        credentials: settings.credentials,
        portalUrl: settings.portalUrl,
      });
      ownerToken = issueToken({
        sandbox,
        kind: 'classic',
        values: { userId: organisation.members[0].userId, scopes: ['repo'] },
      }).secret;
      sandbox.limits = noLimits;
    },
  });
  report({ type: 'ready', url: running.url, ownerToken });

  const { git, state } = running.sandbox;
  for (const { id } of state.repositories.all()) {
    await git.open({ id: `${id}` });
  }
  report({ type: 'complete' });
}

function report(message: SandboxReport) {
  process.send?.(message);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
