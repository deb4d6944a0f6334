import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  githubServiceRef,
  currentScope,
  readerWithin,
  runInScope,
} from '@callboard/plugin-github-node';
import { createWikiReader } from './createWikiReader';

/** Makes `coreServices.urlReader` read wikis, for TechDocs. */
export const githubWikiReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    config: coreServices.rootConfig,
    github: githubServiceRef,
    plugin: coreServices.pluginMetadata,
  },
  factory:
    ({ config, github, plugin }) =>
    ({ treeResponseFactory }) => {
      const pluginId = plugin.getId();
      const { reader, predicate } = createWikiReader({
        ...{ github, treeResponseFactory, pluginId },
        workDir: config.getOptionalString('backend.workingDirectory'),
      });
      return [
        {
          predicate,
          reader: readerWithin({
            reader,
            run: read => runInScope({ ...currentScope(), pluginId }, read),
          }),
        },
      ];
    },
});
