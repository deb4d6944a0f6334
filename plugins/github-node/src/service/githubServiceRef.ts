import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { createPersonVerifier } from '../attribution/createPersonVerifier';
import type { GithubService } from './GithubService';
import { rootGithubServiceRef } from './rootGithubServiceRef';

/** A plugin's way to talk to GitHub. It is there without being added. */
export const githubServiceRef = createServiceRef<GithubService>({
  id: 'callboard.github',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        root: rootGithubServiceRef,
        plugin: coreServices.pluginMetadata,
        auth: coreServices.auth,
      },
      factory({ root, plugin, auth }) {
        // Tokens of people are good for every plugin, so that any plugin's service can tell whose they are.
        root.verifyPersonsWith(createPersonVerifier({ auth }));
        return root.forPlugin(plugin.getId());
      },
    }),
});
