import type { LoggerService } from '@backstage/backend-plugin-api';

/** Runs something again and again, the first time after `everyMs`, never twice at once. The first failure of a row is logged. */
export function repeat(options: {
  everyMs: number;
  run(): Promise<void>;
  logger: LoggerService;
  /** What did not work, as in 'Expired rows could not be removed'. */
  what: string;
}): () => void {
  const { everyMs, run, logger, what } = options;
  let stopped = false;
  let failing = false;
  let timer: NodeJS.Timeout;
  const again = async () => {
    try {
      await run();
      failing = false;
    } catch (error) {
      if (!failing && !stopped) logger.warn(`${what}: ${error}`);
      failing = true;
    }
    if (!stopped) timer = setTimeout(again, everyMs).unref();
  };
  timer = setTimeout(again, everyMs).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
