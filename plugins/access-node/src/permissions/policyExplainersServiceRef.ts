import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { PolicyExplainer, PolicyExplainers } from './PolicyExplainer';

/** How the plugin `access` asks the policy of the same process for its reasons. */
export const policyExplainersServiceRef = createServiceRef<PolicyExplainers>({
  id: 'callboard.access.policy-explainers',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => {
        let explainer: PolicyExplainer | undefined;
        return {
          current: () => explainer,
          set: given => {
            explainer = given;
          },
        };
      },
    }),
});
