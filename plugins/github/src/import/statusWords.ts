import type { ImportRun } from '@callboard/plugin-github-common';

/** Where an import stands, in a few words. */
export function statusWords(
  run: Pick<ImportRun, 'status' | 'mode' | 'pausedUntil'>,
): string {
  switch (run.status) {
    case 'planning':
      return 'Reading GitHub';
    case 'planned':
      return 'Planned';
    case 'running':
      return run.mode === 'register' ? 'Registering' : 'Opening pull requests';
    case 'paused':
      return run.pausedUntil ? 'Waiting' : 'Paused';
    case 'done':
      return 'Done';
    default:
      return 'Stopped';
  }
}
