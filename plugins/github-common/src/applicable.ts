import type { ImportItem, ImportMode, ImportState } from './ImportPlan';

/** The states that a mode can do something for: a pull request also makes an inferred entity a described one. */
export const APPLICABLE_STATES: Record<ImportMode, ImportState[]> = {
  register: ['inferable'],
  'pull-request': ['inferable', 'inferred'],
};

/** Whether a mode has done its work for a repository. What has been registered may still get a pull request. */
export function isApplied(options: {
  item: Pick<ImportItem, 'outcome'>;
  mode: ImportMode;
}): boolean {
  const { item, mode } = options;
  const end = mode === 'register' ? 'registered' : 'pull-request';
  const status = item.outcome?.status;
  return status === end || status === 'pull-request';
}

/** Whether a mode can do something for a repository that it has not done yet. */
export function applicable(options: {
  item: Pick<ImportItem, 'state' | 'outcome'>;
  mode: ImportMode;
}): boolean {
  const { item, mode } = options;
  return APPLICABLE_STATES[mode].includes(item.state) && !isApplied(options);
}
