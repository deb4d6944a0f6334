import {
  bitbucketAuthApiRef,
  configApiRef,
  githubAuthApiRef,
  gitlabAuthApiRef,
  microsoftAuthApiRef,
} from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { gheAuthApiRef } from './apiRefs';
import { createScmAuth } from './createScmAuth';

const deps = {
  config: configApiRef,
  github: githubAuthApiRef,
  gitlab: gitlabAuthApiRef,
  azure: microsoftAuthApiRef,
  bitbucket: bitbucketAuthApiRef,
};

/**
 * Tells whose token a page may use for which host of source code: that of the person who signed in there. `hasGhe` says whether hosts
 * of GitHub's kind other than github.com have the sign-in `ghe`; without it they have that of `github`.
 */
export function scmAuthModule(options: { hasGhe: boolean }) {
  const extension = ApiBlueprint.make({
    name: 'scm-auth',
    params: define =>
      options.hasGhe
        ? define({
            api: scmAuthApiRef,
            deps: { ...deps, ownGithub: gheAuthApiRef },
            factory: createScmAuth,
          })
        : define({
            api: scmAuthApiRef,
            deps,
            factory: apis => createScmAuth({ ...apis, ownGithub: apis.github }),
          }),
  });
  return createFrontendModule({ pluginId: 'app', extensions: [extension] });
}
