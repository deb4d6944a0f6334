import type { Route } from '../http/Route';
import * as checkRuns from './routes/checkRuns';
import * as checkSuites from './routes/checkSuites';
import * as statuses from './routes/statuses';

/** Check runs, check suites and commit statuses. */
export const checkRoutes: Route[] = [
  ...Object.values(checkRuns),
  ...Object.values(checkSuites),
  ...Object.values(statuses),
];
