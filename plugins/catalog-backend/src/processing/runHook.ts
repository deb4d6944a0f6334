import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ChainedProcessor } from './Hooks';
import type { ProcessingRun } from './ProcessingRun';
import { inSpan } from './tracing';

type AnyHook =
  | 'preProcessEntity'
  | 'validateEntityKind'
  | 'readLocation'
  | 'postProcessEntity';

/**
 * Calls one hook of one processor. Throws `InputError` with the processor's error as its cause, or, when nobody waits for the run
 * any more, an error that nobody sees.
 */
export async function runHook<Name extends AnyHook, Result>(options: {
  run: ProcessingRun;
  entity: Entity;
  hook: Name;
  chained: ChainedProcessor<Name>;
  /** Completes "Processor X threw an error while …". */
  doing: () => string;
  call: () => Promise<Result>;
}): Promise<Result> {
  const { run, entity, hook, chained, doing, call } = options;
  run.progress.waitingFor = () =>
    `Processor ${chained.className} did not finish ${doing()}`;
  let result: Result;
  try {
    result = run.isTraced
      ? await inSpan({
          name: 'ProcessingStep',
          entity,
          attributes: {
            'backstage.catalog.processor.stage': hook,
            'backstage.catalog.processor.name':
              chained.processor.getProcessorName(),
          },
          fn: call,
        })
      : await call();
  } catch (error) {
    throw new InputError(
      `Processor ${chained.className} threw an error while ${doing()}`,
      error,
    );
  }
  if (run.progress.isGivenUp) throw new Error('The run was given up');
  return result;
}
