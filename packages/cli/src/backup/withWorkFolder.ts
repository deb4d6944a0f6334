import fs from 'node:fs';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Makes a folder that only this user may read, hands it to `work` and removes it afterwards, also when the command is interrupted.
 * `prefix` is the path up to the random ending.
 */
export async function withWorkFolder<T>(options: {
  prefix: string;
  work: (folder: string) => Promise<T>;
}): Promise<T> {
  const folder = fs.mkdtempSync(options.prefix);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const handlers = Object.entries(SIGNALS).map(([signal, status]) => {
    const handler = () => {
      remove();
      process.exit(status);
    };
    process.once(signal, handler);
    return { signal, handler };
  });
  try {
    return await options.work(folder);
  } finally {
    handlers.forEach(({ signal, handler }) => process.off(signal, handler));
    remove();
  }
}
