import type { Route } from '../http/Route';
import * as assignees from './routes/assignees';
import {
  addCommentRoute,
  deleteCommentRoute,
  editCommentRoute,
  getComment,
  listComments,
  listCommentsOfRepository,
} from './routes/comments';
import { createIssueRoute } from './routes/createIssueRoute';
import * as events from './routes/events';
import * as issueLabels from './routes/issueLabels';
import { listIssues } from './routes/listIssues';
import { lockRoute, unlockRoute } from './routes/lock';
import * as milestones from './routes/milestones';
import { myIssuesRoutes } from './routes/myIssues';
import { getIssue, updateIssueRoute } from './routes/oneIssue';
import { issueReactionRoutes } from './routes/reactions';
import * as repositoryLabels from './routes/repositoryLabels';
import { searchIssuesRoute, searchLabelsRoute } from './routes/search';
import { listTimeline } from './routes/timeline';

/** Issues, and what pull requests have of them. */
export const issueRoutes: Route[] = [
  listIssues,
  createIssueRoute,
  getIssue,
  updateIssueRoute,
  lockRoute,
  unlockRoute,
  ...Object.values(assignees),
  ...Object.values(issueLabels),
  ...Object.values(repositoryLabels),
  ...Object.values(milestones),
  listComments,
  listCommentsOfRepository,
  addCommentRoute,
  getComment,
  editCommentRoute,
  deleteCommentRoute,
  ...issueReactionRoutes,
  ...Object.values(events),
  listTimeline,
  ...myIssuesRoutes,
  searchIssuesRoute,
  searchLabelsRoute,
];
