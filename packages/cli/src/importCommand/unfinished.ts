import type { ImportRun } from '@callboard/plugin-github-common';

/** The newest run of an organisation that was begun and has not ended well. */
export function unfinished(options: {
  /** Newest first. */
  runs: ImportRun[];
  target: { host?: string; organisation: string };
}): ImportRun | undefined {
  const { runs, target } = options;
  return runs.find(
    ({ host, organisation, mode, status }) =>
      mode !== undefined &&
      ['running', 'paused', 'failed'].includes(status) &&
      organisation.toLowerCase() === target.organisation.toLowerCase() &&
      (target.host === undefined ||
        host.toLowerCase() === target.host.toLowerCase()),
  );
}
