import type { OnceRules } from './onceAction';
import { isOfAttempt } from './isOfAttempt';

/** By id of the action. The other actions of stock's may be done again without harm, or are refused by GitHub where they are done already. */
export const onceRules: Record<string, OnceRules> = {
  'github:issues:create': {
    key: input => input.title,
    async find({ client, target, input, attempts }) {
      const { owner, repo } = target;
      const { data } = await client.rest.issues.listForRepo({
        owner,
        repo,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: 50,
      });
      const found = data.find(
        issue =>
          !issue.pull_request &&
          issue.title === input.title &&
          (issue.body ?? '') === (input.body ?? '') &&
          isOfAttempt({ createdAt: issue.created_at, attempts }),
      );
      return found && { issueUrl: found.html_url, issueNumber: found.number };
    },
  },
  'github:webhook': {
    key: input => input.webhookUrl,
    async find({ client, target, input }) {
      const { owner, repo } = target;
      const { data } = await client.rest.repos.listWebhooks({
        owner,
        repo,
        per_page: 100,
      });
      const wanted = [...(input.events ?? ['push'])].sort().join();
      const isThere = data.some(
        hook =>
          hook.config.url === input.webhookUrl &&
          [...hook.events].sort().join() === wanted,
      );
      return isThere ? {} : undefined;
    },
  },
  'github:actions:dispatch': {
    key: input => `${input.workflowId}:${input.branchOrTagName}`,
  },
};
