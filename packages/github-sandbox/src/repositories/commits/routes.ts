import type { Route } from '../../http/Route';
import { branchesWhereHead } from './branchesWhereHead';
import { compareCommits } from './compareCommits';
import { getCommit } from './getCommit';
import { listCommits } from './listCommits';

/** Commits and comparisons. */
export const commitRoutes: Route[] = [
  listCommits,
  getCommit,
  branchesWhereHead,
  compareCommits,
];
