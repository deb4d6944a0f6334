import {
  daysAgo,
  filledText,
  flag,
  listOf,
  login,
  logins,
  objectOf,
  oneOf,
  text,
} from './parts';

const comments = listOf(
  objectOf({
    keys: { by: login, daysAgo, body: filledText },
    required: ['by', 'daysAgo', 'body'],
  }),
);

const reviews = listOf(
  objectOf({
    keys: {
      by: login,
      daysAgo,
      state: oneOf('approved', 'changes_requested', 'commented'),
      body: text,
      comments: listOf(
        objectOf({
          keys: {
            path: filledText,
            line: { type: 'integer', minimum: 1 },
            body: filledText,
          },
          required: ['path', 'line', 'body'],
        }),
      ),
    },
    required: ['by', 'daysAgo', 'state'],
  }),
);

const reactions = objectOf({
  keys: Object.fromEntries(
    ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'].map(
      name => [name, logins],
    ),
  ),
});

/** Texts like `team:checkout` are meant beside logins. */
export const reviewers = listOf({
  type: 'string',
  pattern: '^(team:[a-z0-9-]+|[A-Za-z0-9-]+)$',
});

const common = {
  title: filledText,
  body: text,
  number: { type: 'integer', minimum: 1 },
  author: login,
  daysAgo,
  labels: listOf(filledText),
  assignees: logins,
  milestone: text,
  comments,
  reactions,
};

export const issueSchema = objectOf({
  keys: {
    ...common,
    closedBy: login,
    closedDaysAgo: daysAgo,
    state: oneOf('open', 'closed'),
    reason: oneOf('completed', 'not_planned', 'duplicate'),
  },
  required: ['title', 'author', 'daysAgo'],
});

export const pullRequestSchema = objectOf({
  keys: {
    ...common,
    closedBy: login,
    closedDaysAgo: daysAgo,
    state: oneOf('open', 'closed'),
    draft: flag,
    branch: filledText,
    base: filledText,
    branchDeleted: flag,
    reviewers,
    reviews,
  },
  required: ['title', 'author', 'daysAgo', 'branch'],
});

export const mergedPullRequestSchema = objectOf({
  keys: {
    ...common,
    branch: filledText,
    mergedBy: login,
    method: oneOf('squash', 'merge', 'rebase'),
    reviews,
  },
  required: ['branch', 'mergedBy'],
});
