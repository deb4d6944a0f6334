import { InputError } from '@backstage/errors';

const MODES = ['include', 'exclude'] as const;

/** Reads whether to count. `what` names it in the error. */
export function parseTotalItems(
  value: unknown,
  what: 'parameter' | 'value',
): 'include' | 'exclude' | undefined {
  if (value === undefined) return undefined;
  const mode = MODES.find(each => each === value);
  if (!mode)
    throw new InputError(
      `Invalid totalItems ${what} "${value}", expected one of: ${MODES.join(
        ', ',
      )}`,
    );
  return mode;
}
