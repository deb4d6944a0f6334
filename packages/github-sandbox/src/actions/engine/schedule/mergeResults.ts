import { combinedResult, type ResolvedJob } from './ResolvedJob';

/** One result for the legs of a job. Where several legs set an output, the last one that is not empty wins. */
export function mergeResults(legs: ResolvedJob[]): ResolvedJob {
  const completed = legs.filter(
    (leg): leg is Extract<ResolvedJob, { state: 'completed' }> =>
      leg.state === 'completed',
  );
  if (completed.length < legs.length) {
    return { state: 'running' };
  }
  const outputs: Record<string, string> = {};
  for (const leg of completed) {
    for (const [name, value] of Object.entries(leg.outputs)) {
      if (value !== '' || !Object.hasOwn(outputs, name)) {
        outputs[name] = value;
      }
    }
  }
  return {
    state: 'completed',
    result: combinedResult(completed.map(leg => leg.result)),
    outputs,
  };
}
