import type { Feature } from '../Feature';
import * as deployments from './routes/deployments';
import * as deploymentStatuses from './routes/deploymentStatuses';

export const deploymentsFeature: Feature = {
  name: 'deployments',
  routes: [
    deployments.listDeployments,
    deployments.createDeploymentRoute,
    deployments.getDeployment,
    deployments.deleteDeployment,
    ...Object.values(deploymentStatuses),
  ],
};
