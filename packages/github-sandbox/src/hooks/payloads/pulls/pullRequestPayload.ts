import { isPullRequest } from '../../../pulls/PullRequest';
import { presentFullPull } from '../../../pulls/present/presentFullPull';
import { presentPull } from '../../../pulls/present/presentPull';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
export async function pullRequestPayload(
  options: PayloadOptions<'pull_request'>,
): Promise<PayloadParts> {
  const { sandbox, urls, event } = options;
  const { action, issue, extra, repository } = event;
  if (!isPullRequest(issue)) throw new Error('This is not a pull request');
  const subject = { sandbox, urls, repository, issue };
  // What the pull request is at this moment; the rest is read from git, while which it may go on changing.
  const now = presentPull(subject);
  const full = await presentFullPull(subject);
  return {
    action,
    number: issue.number,
    pull_request: { ...full, ...now, merged: now.merged_at !== null },
    ...extra,
  };
}
