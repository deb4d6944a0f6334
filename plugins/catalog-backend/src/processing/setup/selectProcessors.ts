import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

const DEFAULT_PRIORITY = 20;

/** Leaves out what `catalog.processorOptions` disables, and orders the rest by priority; lower comes first. */
export function selectProcessors(options: {
  config: Config;
  processors: readonly CatalogProcessor[];
}): CatalogProcessor[] {
  const root = options.config.getOptionalConfig('catalog.processorOptions');

  function optionsOf(processor: CatalogProcessor): Config | undefined {
    try {
      return root?.getOptionalConfig(processor.getProcessorName());
    } catch {
      // Names that are no configuration keys cannot be configured.
      return undefined;
    }
  }
  function ownPriorityOf(processor: CatalogProcessor): number | undefined {
    try {
      return processor.getPriority?.();
    } catch {
      return undefined;
    }
  }
  return options.processors
    .filter(each => optionsOf(each)?.getOptionalBoolean('disabled') !== true)
    .map(processor => ({
      processor,
      priority:
        optionsOf(processor)?.getOptionalNumber('priority') ??
        ownPriorityOf(processor) ??
        DEFAULT_PRIORITY,
    }))
    .sort((a, b) => a.priority - b.priority)
    .map(({ processor }) => processor);
}
