import { failStep } from '../steps/failStep';
import type { ActionCall } from './ActionCall';

/**
 * Fails a step that uses a version of an artifact action that GitHub has closed down; answers whether it did.
 *
 * https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/
 */
export function deprecatedVersion(
  call: ActionCall,
  action: string,
  last: number,
): boolean {
  const { state, frame, reference } = call;
  const ref = reference.kind === 'remote' ? reference.ref : '';
  const major = Number(/^v(\d+)(?:\.|$)/.exec(ref)?.[1] ?? Infinity);
  if (major > last) {
    return false;
  }
  failStep({
    state,
    log: frame.log,
    message: `This request has been automatically failed because it uses a deprecated version of \`actions/${action}: ${ref}\`. Learn more: https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/`,
  });
  return true;
}
