import type { ImportItem, ImportMode } from '@callboard/plugin-github-common';

/** Whether a mode can do something for a repository that it has not done yet. The backend decides in the same way. */
export function applicable(options: {
  item: ImportItem;
  mode: ImportMode;
}): boolean {
  const { item, mode } = options;
  const { state, outcome } = item;
  if (outcome?.status === 'pull-request') return false;
  return mode === 'register'
    ? state === 'inferable' && outcome?.status !== 'registered'
    : state === 'inferable' || state === 'inferred';
}
