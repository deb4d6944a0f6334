import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import * as tar from 'tar';

const run = promisify(execFile);
const CACHE = path.resolve(__dirname, '../../../../../.cache/published');

/**
 * One file of a package that only tests read and that is too large to be installed for everybody (GitHub's OpenAPI description is 390 MB
 * unpacked). It is fetched once with `npm pack` into `.cache`, and its integrity is checked.
 */
export async function publishedFile(options: {
  name: string;
  version: string;
  /** As the registry states it: `sha512-` and base64. */
  integrity: string;
  /** Within the package. */
  file: string;
}): Promise<string> {
  const { name, version, integrity, file } = options;
  const folder = path.join(CACHE, `${name.replace('/', '-')}-${version}`);
  const target = path.join(folder, path.basename(file));
  if (await exists(target)) return target;

  // Several test processes may come here at once: each works in a folder of its own, and the first to finish wins.
  await fs.mkdir(CACHE, { recursive: true });
  const own = await fs.mkdtemp(path.join(CACHE, 'part-'));
  try {
    await run('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: own });
    const [archive] = await fs.readdir(own);
    const bytes = await fs.readFile(path.join(own, archive));
    const found = `sha512-${createHash('sha512')
      .update(bytes)
      .digest('base64')}`;
    if (found !== integrity) {
      throw new Error(
        `${name}@${version} is not what it was: its integrity is ${found}, not ${integrity}`,
      );
    }
    await tar.extract({
      file: path.join(own, archive),
      cwd: own,
      filter: entry => entry === `package/${file}`,
    });
    await fs.mkdir(folder, { recursive: true });
    await fs.rename(path.join(own, 'package', file), target);
  } finally {
    await fs.rm(own, { recursive: true, force: true });
  }
  return target;
}

function exists(file: string) {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}
