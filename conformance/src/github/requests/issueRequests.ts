import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };

/** Issues with their labels, comments and reactions. */
export const issueRequests: GitHubRequest[] = [
  {
    name: 'opens an issue',
    send: ({ mel }) =>
      mel.rest.issues.create({
        ...shop,
        title: 'Slow',
        body: 'Very',
        labels: [],
      }),
    status: 201,
    check({ data }, found) {
      found.issue = data.number;
    },
  },
  {
    name: 'asks for a title',
    send: ({ mel }) => mel.rest.issues.create({ ...shop, title: '' }),
    status: 422,
  },
  {
    name: 'reads an issue',
    send: ({ nobody }, { issue }) =>
      nobody.rest.issues.get({ ...shop, issue_number: issue }),
    check: ({ data }) => expect(data.state).toBe('open'),
  },
  {
    name: 'creates a label',
    send: ({ olivia }) =>
      olivia.rest.issues.createLabel({
        ...shop,
        name: 'performance',
        color: 'ff0000',
      }),
    status: 201,
  },
  {
    name: 'puts a label on an issue',
    send: ({ olivia }, { issue }) =>
      olivia.rest.issues.addLabels({
        ...shop,
        issue_number: issue,
        labels: ['performance'],
      }),
    check: ({ data }) => expect(data[0].name).toBe('performance'),
  },
  {
    name: 'comments',
    send: ({ oscar }, { issue }) =>
      oscar.rest.issues.createComment({
        ...shop,
        issue_number: issue,
        body: 'Me too',
      }),
    status: 201,
  },
  {
    name: 'lists comments',
    send: ({ nobody }, { issue }) =>
      nobody.rest.issues.listComments({ ...shop, issue_number: issue }),
    check: ({ data }) => expect(data[0].user.login).toBe('oscar'),
  },
  {
    name: 'assigns',
    send: ({ olivia }, { issue }) =>
      olivia.rest.issues.addAssignees({
        ...shop,
        issue_number: issue,
        assignees: ['mel'],
      }),
    status: 201,
  },
  {
    name: 'reacts',
    send: ({ mel }, { issue }) =>
      mel.rest.reactions.createForIssue({
        ...shop,
        issue_number: issue,
        content: '+1',
      }),
    status: 201,
  },
  {
    name: 'lists issues',
    send: ({ nobody }) => nobody.rest.issues.listForRepo(shop),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'searches issues',
    send: ({ nobody }) =>
      nobody.rest.search.issuesAndPullRequests({
        q: 'repo:acme/shop is:issue slow',
      }),
    check: ({ data }) => expect(data.total_count).toBe(1),
  },
];
