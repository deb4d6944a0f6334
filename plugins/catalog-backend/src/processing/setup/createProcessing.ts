import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Validators } from '@backstage/catalog-model';
import { type Config, readDurationFromConfig } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogProcessor,
  CatalogProcessorParser,
  PlaceholderResolver,
} from '@backstage/plugin-catalog-node';
import { durationToMilliseconds } from '@backstage/types';
import { CatalogRules } from '../CatalogRules';
import type { EntityProcessing } from '../EntityProcessing';
import { readEntityLimits } from '../limits/readEntityLimits';
import type { ModelHolder } from '../model/ModelHolder';
import { createEntityPolicy } from '../policies/createEntityPolicy';
import { ProcessorChain } from '../ProcessorChain';
import { createProcessors } from './createProcessors';
import { createEntityParser } from './createEntityParser';
import { TemplateFaults } from './TemplateFaults';

const TIME_LIMIT = 'catalog.engine.limits.time';

/** Makes what processes entities, from the configuration and from what modules have added. */
export function createProcessing(options: {
  config: Config;
  logger: LoggerService;
  reader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  processors: readonly CatalogProcessor[];
  placeholderResolvers: Record<string, PlaceholderResolver>;
  fieldValidators: Partial<Validators>;
  entityDataParser?: CatalogProcessorParser;
  allowedLocationTypes: readonly string[];
  modelHolder?: ModelHolder;
}): EntityProcessing {
  const { config, logger, integrations, allowedLocationTypes } = options;
  const faults = new TemplateFaults();
  return new ProcessorChain({
    processors: createProcessors({ ...options, added: options.processors }),
    policy: createEntityPolicy(options),
    rules: CatalogRules.fromConfig(config),
    parser: options.entityDataParser ?? createEntityParser({ faults }),
    whereWrong: rejected => faults.of(rejected),
    integrations,
    allowedLocationTypes,
    limits: readEntityLimits(config),
    timeLimitMs: config.has(TIME_LIMIT)
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: TIME_LIMIT }),
        )
      : undefined,
    logger,
  });
}
