import type { Route } from '../http/Route';
import * as contents from './routes/contents';
import { createPullRoute } from './routes/createPullRoute';
import { listPulls } from './routes/listPulls';
import * as merge from './routes/merge';
import * as onePull from './routes/onePull';
import { pullsOfCommit } from './routes/pullsOfCommit';
import { reviewCommentRoutes } from './routes/reviewComments';
import * as reviewers from './routes/reviewers';
import * as reviews from './routes/reviews';

/** Pull requests, their reviews and merges. */
export const pullRoutes: Route[] = [
  listPulls,
  createPullRoute,
  ...Object.values(onePull),
  ...Object.values(contents),
  ...Object.values(merge),
  ...Object.values(reviewers),
  ...Object.values(reviews),
  ...reviewCommentRoutes,
  pullsOfCommit,
];
