import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ChainedProcessor, HookName } from './Hooks';
import type { ProcessingRun } from './ProcessingRun';
import { inSpan } from './tracing';

/**
 * Calls one hook of one processor. Throws `InputError` with the processor's error as its cause, or, when nobody waits for the run
 * any more, an error that nobody sees.
 */
export async function callHook<Name extends HookName, Result>(options: {
  run: ProcessingRun;
  entity: Entity;
  hook: Name;
  chained: ChainedProcessor<Name>;
  /** Completes "Processor X threw an error while …". */
  doing: string;
  call: () => Promise<Result>;
}): Promise<Result> {
  const { run, entity, hook, chained, doing, call } = options;
  const { progress } = run;
  progress.who = chained.who;
  progress.doing = doing;
  let result: Result;
  try {
    result = await (run.isTraced
      ? inSpan({
          name: 'ProcessingStep',
          entity,
          attributes: {
            'backstage.catalog.processor.stage': hook,
            'backstage.catalog.processor.name':
              chained.processor.getProcessorName(),
          },
          fn: call,
        })
      : call());
  } catch (error) {
    throw new InputError(`${chained.who} threw an error while ${doing}`, error);
  }
  if (progress.isGivenUp) throw new Error('The run was given up');
  return result;
}
