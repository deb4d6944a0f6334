import { needs } from '../needs';
import { tabFeature } from './tabFeature';

/** Workflows, runs and logs; owners run again, cancel and start. */
export const ciTab = tabFeature({
  id: 'ci-tab',
  title: 'Builds on entity pages',
  permissions: [
    ...needs('actions', 'read', {
      routes: [
        'GET /repos/{owner}/{repo}/actions/runs',
        'GET /repos/{owner}/{repo}/actions/workflows',
        'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
      ],
    }),
    ...needs('actions', 'write', {
      routes: [
        'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
        'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
        'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      ],
    }),
    ...needs('contents', 'read', { routes: ['GraphQL Repository.object'] }),
  ],
  events: ['workflow_run', 'workflow_job', 'push'],
});
