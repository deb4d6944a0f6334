import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  FileReaderProcessor,
  UrlReaderProcessor,
} from '@backstage/plugin-catalog-backend';
import type {
  CatalogProcessor,
  PlaceholderResolver,
} from '@backstage/plugin-catalog-node';
import type { ModelHolder } from '../model/ModelHolder';
import { ModelProcessor } from '../model/ModelProcessor';
import { defaultPlaceholderResolvers } from '../placeholders/defaultPlaceholderResolvers';
import { AnnotateLocationEntityProcessor } from '../processors/AnnotateLocationEntityProcessor';
import { BuiltinKindsEntityProcessor } from '../processors/BuiltinKindsEntityProcessor';
import { PlaceholderProcessor } from '../processors/PlaceholderProcessor';
import { checkMissingProcessors } from './checkMissingProcessors';
import { checkRemovedConfig } from './checkRemovedConfig';
import { selectProcessors } from './selectProcessors';

/**
 * All processors in the order in which they run: those of the catalog itself, and those that modules have added. Throws for a
 * configuration that needs processors which are not there.
 */
export function createProcessors(options: {
  config: Config;
  logger: LoggerService;
  reader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  added: readonly CatalogProcessor[];
  placeholderResolvers: Record<string, PlaceholderResolver>;
  modelHolder?: ModelHolder;
}): CatalogProcessor[] {
  const { config, logger, reader, integrations, added, modelHolder } = options;
  checkRemovedConfig(config);
  const processors: CatalogProcessor[] = [
    new PlaceholderProcessor({
      resolvers: {
        ...defaultPlaceholderResolvers,
        ...options.placeholderResolvers,
      },
      reader,
      integrations,
    }),
    ...kindProcessors({ added, modelHolder }),
  ];
  if (!config.getOptionalBoolean('catalog.disableDefaultProcessors')) {
    processors.push(
      new FileReaderProcessor(),
      new UrlReaderProcessor({ reader, logger }),
      new AnnotateLocationEntityProcessor({ integrations }),
    );
  }
  processors.push(...added);
  checkMissingProcessors({ config, processors });
  return selectProcessors({ config, processors });
}

/** A catalog model replaces the built-in kinds, and so does a processor of that name. */
function kindProcessors(options: {
  added: readonly CatalogProcessor[];
  modelHolder?: ModelHolder;
}): CatalogProcessor[] {
  const { added, modelHolder } = options;
  if (modelHolder) return [new ModelProcessor(modelHolder)];
  const builtin = new BuiltinKindsEntityProcessor();
  const name = builtin.getProcessorName();
  return added.some(each => each.getProcessorName() === name) ? [] : [builtin];
}
