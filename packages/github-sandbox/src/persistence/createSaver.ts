import type { Sandbox } from '../core/Sandbox';
import { saveState } from './saveState';

/** Changes come in bursts; one write stands for all of half a second. */
const PAUSE_MS = 500;

/** Saves the state some time after changes. */
export interface Saver {
  /** Says that something has changed. */
  changed(): void;
  /** Writes now, if anything has changed, and waits for it. */
  finish(): Promise<void>;
}

/** A saver that writes into one file, one write after the other. */
export function createSaver(options: {
  sandbox: () => Sandbox;
  file: string;
  onError: (error: unknown) => void;
}): Saver {
  const { sandbox, file, onError } = options;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(() => saveState({ sandbox: sandbox(), file }))
      .catch(onError);
    return writing;
  };
  return {
    changed() {
      timer ??= setTimeout(write, PAUSE_MS);
    },
    finish: () => (timer ? write() : writing),
  };
}
