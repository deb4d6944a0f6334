import type { WorkflowEvent } from '../types';

const INSTRUCTION = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/i;
const TRAILER = /\n\n(?:[\w-]+:.*\n)*skip-checks:\s*true\s*$/i;

/**
 * Whether the head commit's message keeps workflows from starting. Only `push` and `pull_request` look at it.
 *
 * https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
export function skipsCi(options: { event: WorkflowEvent }): boolean {
  const { name, message = '' } = options.event;
  return (
    (name === 'push' || name === 'pull_request') &&
    (INSTRUCTION.test(message) || TRAILER.test(message))
  );
}
