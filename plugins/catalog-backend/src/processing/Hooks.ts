import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { ProcessorOutputCollector } from './ProcessorOutputCollector';

export type HookName =
  | 'preProcessEntity'
  | 'validateEntityKind'
  | 'readLocation'
  | 'postProcessEntity';

/** A processor with what the chain has to know of it. */
export type ChainedProcessor<Name extends HookName> = {
  processor: CatalogProcessor & Required<Pick<CatalogProcessor, Name>>;
  /** Names the processor in errors: `Processor X`. */
  who: string;
  /** Makes the function that takes what the processor emits during one run. */
  emitInto: (collector: ProcessorOutputCollector) => CatalogProcessorEmit;
};

/** The processors that have a part in each stage, found once instead of for each entity. */
export class Hooks {
  readonly preProcess: ChainedProcessor<'preProcessEntity'>[];
  readonly validate: ChainedProcessor<'validateEntityKind'>[];
  readonly read: ChainedProcessor<'readLocation'>[];
  readonly postProcess: ChainedProcessor<'postProcessEntity'>[];

  constructor(options: {
    processors: readonly CatalogProcessor[];
    logger: LoggerService;
  }) {
    const { processors, logger } = options;
    const chained = processors.map(processor => {
      let processorLogger: LoggerService | undefined;
      const getLogger = () => {
        processorLogger ??= logger.child({
          processor: processor.getProcessorName(),
        });
        return processorLogger;
      };
      return {
        processor,
        who: `Processor ${processor.constructor.name}`,
        emitInto:
          (collector: ProcessorOutputCollector): CatalogProcessorEmit =>
          item =>
            collector.receive(item, getLogger),
      };
    });
    const having = <Name extends HookName>(name: Name) =>
      chained.filter(
        (entry): entry is ChainedProcessor<Name> =>
          entry.processor[name] !== undefined,
      );
    this.preProcess = having('preProcessEntity');
    this.validate = having('validateEntityKind');
    this.read = having('readLocation');
    this.postProcess = having('postProcessEntity');
  }
}
