import type { ShownStatus } from '@callboard/page-parts';
import type { PullChecks } from '@callboard/plugin-github-common';

/** How the checks of a commit are shown. `undefined` is what GitHub did not tell. */
export function checksLook(checks: PullChecks | undefined): {
  status: ShownStatus;
  word: string;
} {
  if (!checks) return { status: 'off', word: 'Checks are not known' };
  const { state, failing, total } = checks;
  if (state === 'failure')
    return {
      status: 'fail',
      word: failing.length > 0 ? `Fails: ${failing.join(', ')}` : 'Checks fail',
    };
  if (state === 'pending') return { status: 'running', word: 'Checks run' };
  if (state === 'none') return { status: 'off', word: 'Nothing checks it' };
  return {
    status: 'pass',
    word: `${total === 1 ? 'The check passes' : `All ${total} checks pass`}`,
  };
}
