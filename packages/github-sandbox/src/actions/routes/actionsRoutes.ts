import type { Route } from '../../http/Route';
import * as artifacts from './artifactRoutes';
import * as caches from './cacheRoutes';
import * as control from './controlRoutes';
import * as environments from './environmentRoutes';
import * as jobs from './jobRoutes';
import * as lists from './listRuns';
import * as logs from './logRoutes';
import { createRepositoryDispatch } from './repositoryDispatch';
import * as runners from './runnerRoutes';
import * as runs from './runRoutes';
import * as workflows from './workflowRoutes';

export const actionsRoutes: Route[] = [
  ...Object.values(workflows),
  ...Object.values(lists),
  ...Object.values(runs),
  ...Object.values(control),
  ...Object.values(jobs),
  ...Object.values(logs),
  ...Object.values(artifacts),
  ...Object.values(caches),
  ...Object.values(environments),
  ...Object.values(runners),
  createRepositoryDispatch,
];
