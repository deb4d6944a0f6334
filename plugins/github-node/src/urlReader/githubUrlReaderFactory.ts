import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { githubServiceRef } from '../service/githubServiceRef';
import { createGithubReader } from './createGithubReader';

/**
 * Makes `coreServices.urlReader` read from GitHub with the credentials of this package. Readers that are added come before stock's own, so
 * that stock's never sees a host that this one knows.
 */
export const githubUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    github: githubServiceRef,
    plugin: coreServices.pluginMetadata,
  },
  factory:
    ({ github, plugin }) =>
    ({ treeResponseFactory }) =>
      [
        createGithubReader({
          credentials: github.credentials,
          treeResponseFactory,
          pluginId: plugin.getId(),
        }),
      ],
});
