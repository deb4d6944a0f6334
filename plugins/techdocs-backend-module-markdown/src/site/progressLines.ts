/** How far a build is, for programs that read its log. */
export interface RenderProgress {
  step: 'render';
  done: number;
  total: number;
}

const PAUSE_MS = 250;

/** Says `Rendered 40 of 91 pages` at most four times a second, and for the last page. */
export function progressLines(options: {
  write: (line: string, progress: RenderProgress) => void;
  now?: () => number;
}): (progress: { done: number; total: number }) => void {
  const { write, now = Date.now } = options;
  let said = -Infinity;
  return ({ done, total }) => {
    if (done === total || now() - said >= PAUSE_MS) {
      said = now();
      write(`Rendered ${done} of ${total} pages`, {
        ...{ step: 'render', done, total },
      });
    }
  };
}
