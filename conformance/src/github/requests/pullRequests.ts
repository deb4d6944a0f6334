import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Pull requests, reviews, checks, statuses and deployments. They go on from `issueRequests`. */
export const pullRequests: GitHubRequest[] = [
  {
    name: 'opens a pull request',
    async send({ mel }, found) {
      const { data: main } = await mel.rest.git.getRef({
        ...shop,
        ref: 'heads/main',
      });
      await mel.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/faster',
        sha: main.object.sha,
      });
      await mel.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: 'src/fast.ts',
        message: 'Be fast',
        content: base64('export const fast = true;\n'),
        branch: 'faster',
      });
      return mel.rest.pulls.create({
        ...shop,
        title: 'Faster',
        head: 'faster',
        base: 'main',
        body: `Fixes #${found.issue}`,
      });
    },
    status: 201,
    check({ data }, found) {
      expect(data.user.login).toBe('mel');
      found.pull = data.number;
      found.head = data.head.sha;
    },
  },
  {
    name: 'opens none twice',
    send: ({ mel }) =>
      mel.rest.pulls.create({
        ...shop,
        title: 'Again',
        head: 'faster',
        base: 'main',
      }),
    status: 422,
  },
  {
    name: 'opens none without commits',
    async send({ mel }) {
      const { data: main } = await mel.rest.git.getRef({
        ...shop,
        ref: 'heads/main',
      });
      await mel.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/same',
        sha: main.object.sha,
      });
      return mel.rest.pulls.create({
        ...shop,
        title: 'Same',
        head: 'same',
        base: 'main',
      });
    },
    status: 422,
  },
  {
    name: 'reads a pull request',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.get({ ...shop, pull_number: pull }),
    check({ data }) {
      expect(data.mergeable).toBe(true);
      expect(data.changed_files).toBe(1);
      expect(data.commits).toBe(1);
    },
  },
  {
    name: 'reads a pull request as a diff',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.get({
        ...shop,
        pull_number: pull,
        mediaType: { format: 'diff' },
      }),
    check: ({ data }) => expect(data).toContain('+export const fast'),
  },
  {
    name: 'lists the files of a pull request',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.listFiles({ ...shop, pull_number: pull }),
    check: ({ data }) => expect(data[0].filename).toBe('src/fast.ts'),
  },
  {
    name: 'lists the commits of a pull request',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.listCommits({ ...shop, pull_number: pull }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'lists pull requests',
    send: ({ nobody }) => nobody.rest.pulls.list({ ...shop, state: 'open' }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'asks for a review',
    send: ({ mel }, { pull }) =>
      mel.rest.pulls.requestReviewers({
        ...shop,
        pull_number: pull,
        reviewers: ['olivia'],
      }),
    status: 201,
  },
  {
    name: 'lets nobody approve their own',
    send: ({ mel }, { pull }) =>
      mel.rest.pulls.createReview({
        ...shop,
        pull_number: pull,
        event: 'APPROVE',
      }),
    status: 422,
  },
  {
    name: 'approves',
    send: ({ olivia }, { pull }) =>
      olivia.rest.pulls.createReview({
        ...shop,
        pull_number: pull,
        event: 'APPROVE',
      }),
    check: ({ data }) => expect(data.state).toBe('APPROVED'),
  },
  {
    name: 'lists reviews',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.listReviews({ ...shop, pull_number: pull }),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'sets a status',
    send: ({ olivia }, { head }) =>
      olivia.rest.repos.createCommitStatus({
        ...shop,
        sha: head,
        state: 'success',
        context: 'ci/outside',
      }),
    status: 201,
  },
  {
    name: 'sums statuses up',
    send: ({ nobody }, { head }) =>
      nobody.rest.repos.getCombinedStatusForRef({ ...shop, ref: head }),
    check: ({ data }) => expect(data.state).toBe('success'),
  },
  {
    name: 'lets no person create a check',
    send: ({ olivia }, { head }) =>
      olivia.rest.checks.create({ ...shop, name: 'lint', head_sha: head }),
    status: 403,
  },
  {
    name: 'creates a check',
    send: ({ installation }, { head }) =>
      installation.rest.checks.create({
        ...shop,
        name: 'lint',
        head_sha: head,
        status: 'in_progress',
      }),
    status: 201,
    check({ data }, found) {
      found.check = data.id;
    },
  },
  {
    name: 'completes a check',
    send: ({ installation }, { check }) =>
      installation.rest.checks.update({
        ...shop,
        check_run_id: check,
        conclusion: 'success',
        output: {
          title: 'Fine',
          summary: 'Nothing found',
          annotations: [
            {
              path: 'src/fast.ts',
              start_line: 1,
              end_line: 1,
              annotation_level: 'notice',
              message: 'Fast',
            },
          ],
        },
      }),
    check: ({ data }) => expect(data.status).toBe('completed'),
  },
  {
    name: 'lists checks',
    send: ({ nobody }, { head }) =>
      nobody.rest.checks.listForRef({ ...shop, ref: head }),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
  {
    name: 'lists annotations',
    send: ({ nobody }, { check }) =>
      nobody.rest.checks.listAnnotations({ ...shop, check_run_id: check }),
    check: ({ data }) => expect(data[0].message).toBe('Fast'),
  },
  {
    name: 'lists suites',
    send: ({ nobody }, { head }) =>
      nobody.rest.checks.listSuitesForRef({ ...shop, ref: head }),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
  {
    name: 'merges no other state than the one that was looked at',
    send: ({ olivia }, { pull }) =>
      olivia.rest.pulls.merge({
        ...shop,
        pull_number: pull,
        sha: '0123456789012345678901234567890123456789',
      }),
    status: 409,
  },
  {
    name: 'merges',
    send: ({ olivia }, { pull }) =>
      olivia.rest.pulls.merge({
        ...shop,
        pull_number: pull,
        merge_method: 'squash',
      }),
    check: ({ data }) => expect(data.merged).toBe(true),
  },
  {
    name: 'tells that it is merged',
    send: ({ nobody }, { pull }) =>
      nobody.rest.pulls.checkIfMerged({ ...shop, pull_number: pull }),
    status: 204,
  },
  {
    name: 'merges nothing twice',
    send: ({ olivia }, { pull }) =>
      olivia.rest.pulls.merge({ ...shop, pull_number: pull }),
    status: 405,
  },
  {
    name: 'has closed the issue that it fixes',
    send: ({ nobody }, { issue }) =>
      nobody.rest.issues.get({ ...shop, issue_number: issue }),
    check: ({ data }) => expect(data.state).toBe('closed'),
  },
  {
    name: 'creates a deployment',
    send: ({ olivia }) =>
      olivia.rest.repos.createDeployment({
        ...shop,
        ref: 'main',
        environment: 'production',
        required_contexts: [],
        auto_merge: false,
      }),
    status: 201,
    check({ data }, found) {
      found.deployment = data.id;
    },
  },
  {
    name: 'reports on a deployment',
    send: ({ olivia }, { deployment }) =>
      olivia.rest.repos.createDeploymentStatus({
        ...shop,
        deployment_id: deployment,
        state: 'success',
      }),
    status: 201,
  },
  {
    name: 'lists deployments',
    send: ({ nobody }) => nobody.rest.repos.listDeployments(shop),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
];
