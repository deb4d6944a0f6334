import type { Octokit } from 'octokit';
import { currentRun } from '@callboard/plugin-scaffolder-backend-module-runs';
import type { ActionParts } from './ActionParts';
import type { RepositoryTarget } from './RepositoryTarget';
import type { Serving } from './chooseServing';

/** As long as stock waits for one. */
const TIMEOUT_MS = 60_000;

/** A client for a step, which changes nothing once another process has taken the run over. */
export async function openClient(options: {
  parts: ActionParts;
  target: RepositoryTarget;
  serving: Serving;
}): Promise<Octokit> {
  const { parts, target, serving } = options;
  const { host, owner, repo } = target;
  const client = await parts.github.client({
    url: `https://${host.host}/${owner}/${repo}`,
    as: serving.as,
    priority: 'person',
    timeoutMs: TIMEOUT_MS,
  });
  client.hook.before('request', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      await currentRun()?.assertMine();
    }
  });
  return client;
}
