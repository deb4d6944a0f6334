import { evaluateText, evaluateTextMap } from '../../template/evaluateTemplate';
import { TemplateError } from '../../template/TemplateError';
import { expressionScope } from '../steps/expressionScope';
import { failStep } from '../steps/failStep';
import type { StepFrame } from '../steps/StepFrame';
import type { JobState } from './JobState';

/** What is known of a job at its end. */
export interface CompletedJob {
  outcome: 'completed' | 'failed';
  outputs: Record<string, string>;
  environmentUrl?: string;
}

/** Evaluates the outputs of a job and the URL of its environment. */
export async function completeJob(options: {
  state: JobState;
  /** Of the job's steps, with the log of `Complete job`. */
  frame: StepFrame;
}): Promise<CompletedJob> {
  const { state, frame } = options;
  const { log } = frame;
  const { definition } = state.found;
  try {
    const scope = await expressionScope({
      state,
      frame,
      source: JSON.parse(JSON.stringify(definition.outputs ?? null)),
    });
    const outputs = evaluateTextMap({ node: definition.outputs, scope });
    for (const [name, value] of Object.entries(outputs)) {
      if (state.masks.holds(value)) {
        delete outputs[name];
        log.write(
          `##[warning]Skip output '${name}' since it may contain secret.`,
        );
      }
    }
    const { environment } = definition;
    const url =
      environment?.kind === 'mapping'
        ? evaluateText({
            node: environment.entries.find(
              ({ key }) => key.kind === 'literal' && key.value === 'url',
            )?.value,
            scope,
          })
        : '';
    log.write('Cleaning up orphan processes');
    return {
      outcome: 'completed',
      outputs,
      ...(url && !state.masks.holds(url) && { environmentUrl: url }),
    };
  } catch (error) {
    if (!(error instanceof TemplateError)) {
      throw error;
    }
    failStep({ state, log, message: error.message });
    return { outcome: 'failed', outputs: {} };
  }
}
