import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BenchError } from '../BenchError';

/** The version of `mkdocs` on the PATH. @throws BenchError that says how to install it. */
export async function findMkdocs(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('mkdocs', ['--version']);
    return stdout.trim();
  } catch {
    throw new BenchError(
      'stock builds docs with MkDocs, which is not here: apt-get install mkdocs mkdocs-material',
    );
  }
}
