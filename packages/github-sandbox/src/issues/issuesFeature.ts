import type { Feature } from '../Feature';
import { issueRoutes } from './routes';

export const issuesFeature: Feature = { name: 'issues', routes: issueRoutes };
