import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { createSignInFailures } from './createSignInFailures';
import type { SignInFailuresService } from './SignInFailuresService';

/** Sign-ins that failed. One for the whole process: providers are in the plugin `auth`, the list is in the plugin `access`. */
export const signInFailuresServiceRef = createServiceRef<SignInFailuresService>(
  {
    id: 'callboard.access.sign-in-failures',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { logger: coreServices.rootLogger },
        factory: ({ logger }) =>
          createSignInFailures({
            logger: logger.child({ service: 'sign-ins' }),
          }),
      }),
  },
);
