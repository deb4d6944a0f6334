import type { ImportRun } from '@callboard/plugin-github-common';
import { columns } from '../../portalCommand/columns';

const TITLES = {
  registered: 'registered',
  'pull-request': 'with a pull request',
  skipped: 'skipped',
  failed: 'failed',
};

/** What became of a run: the pull requests, what was skipped and what failed, and how many were registered. */
export function formatReport(options: {
  run: ImportRun;
  width: number;
}): string {
  const { run, width } = options;
  const lines = Object.entries(TITLES).flatMap(([status, title]) => {
    const items = run.items.filter(({ outcome }) => outcome?.status === status);
    if (items.length === 0) return [];
    const rows = items.map(({ repository, outcome }) => [
      repository,
      [outcome?.error, outcome?.url].filter(Boolean).join(', '),
    ]);
    const head = `${items.length} ${title}`;
    return status === 'registered'
      ? [head]
      : [
          head,
          // Addresses are to be copied, so they are never cut.
          ...columns({
            rows,
            width: status === 'pull-request' ? Infinity : width - 2,
          }).map(line => `  ${line}`),
        ];
  });
  const state =
    run.status === 'done'
      ? `Done: ${run.done} of ${run.total}.`
      : `${run.status === 'paused' ? 'Paused' : 'Stopped'} at ${run.done} of ${
          run.total
        }${run.statusReason ? `: ${run.statusReason}` : ''}.`;
  return `${[...lines, state].join('\n')}\n`;
}
