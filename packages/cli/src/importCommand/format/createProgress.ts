import type { ImportRun } from '@callboard/plugin-github-common';

const BAR = 30;

/**
 * Shows how far a run is: a bar that is drawn over at a terminal, else a line each time that its status or a tenth of it has changed.
 */
export function createProgress(options: {
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;
}): { show(run: ImportRun): void; end(): void } {
  const { stream } = options;
  let last = '';
  let drawn = false;

  return {
    show(run) {
      const { done, total } = run;
      const share = total > 0 ? done / total : 0;
      const said = stateOf(run);
      const count = total > 0 ? `${done} of ${total} ` : '';
      if (!stream.isTTY) {
        const line = `${Math.floor(share * 10)} ${said}`;
        if (line === last) return;
        last = line;
        stream.write(`${`${count}${said}`.trimEnd()}\n`);
        return;
      }
      const filled = Math.round(share * BAR);
      const text = `[${'#'.repeat(filled)}${'-'.repeat(
        BAR - filled,
      )}] ${count}${said}`;
      stream.write(`\r\x1b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
      drawn = true;
    },
    end() {
      if (drawn) stream.write('\n');
      drawn = false;
    },
  };
}

function stateOf({ status, statusReason = '' }: ImportRun) {
  switch (status) {
    case 'paused':
      return `waits: ${statusReason}`;
    case 'planning':
      return 'reading GitHub';
    default:
      return '';
  }
}
