import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { LocalPolicies, LocalPolicy } from './LocalPolicy';

/** How a plugin asks the policy of the same process without a request. */
export const localPoliciesServiceRef = createServiceRef<LocalPolicies>({
  id: 'callboard.access.local-policies',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => {
        let policy: LocalPolicy | undefined;
        return {
          current: () => policy,
          set: given => {
            policy = given;
          },
        };
      },
    }),
});
