import fs from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../refuse';

/**
 * Where a backup is unpacked so that it can take the place of the data directory by renaming: beside it; or inside it, when it is a mount
 * point or its parent cannot be written. `prefix` is the path of the folder to make, up to a random ending.
 */
export async function planSwap(options: {
  data: string;
}): Promise<{ prefix: string; inside: boolean }> {
  const { data } = options;
  const parent = path.dirname(data);
  const current = await fs.stat(data).catch(() => undefined);
  if (!current) {
    await fs.mkdir(parent, { recursive: true }).catch(error => {
      throw unwritable({ folder: parent, error });
    });
  }
  const { dev } = await fs.stat(parent);
  const isMountPoint = current !== undefined && current.dev !== dev;
  const error = await whyUnwritable(parent);
  if (!isMountPoint && !error) {
    return { prefix: `${data}.restoring-`, inside: false };
  }
  const folder = current ? data : parent;
  const inner = await whyUnwritable(folder);
  if (inner) {
    throw unwritable({ folder, error: inner });
  }
  return { prefix: path.join(data, '.restoring-'), inside: true };
}

async function whyUnwritable(folder: string): Promise<Error | undefined> {
  return fs.access(folder, fs.constants.W_OK).then(
    () => undefined,
    error => error,
  );
}

function unwritable(options: { folder: string; error: Error }) {
  return refuse({
    problem: 'the data directory cannot be written',
    where: options.folder,
    cause: options.error.message,
    remedy:
      'give yourself write access, or choose another place with --data or CALLBOARD_DATA',
  });
}
