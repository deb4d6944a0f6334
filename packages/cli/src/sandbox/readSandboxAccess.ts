import fs from 'node:fs';
import path from 'node:path';
import { createSandboxAccess } from './createSandboxAccess';
import type { SandboxAccess } from './SandboxAccess';

/** Where the sandbox of a portal lies. */
export function sandboxDirectory(data: string): string {
  return path.join(data, 'sandbox');
}

/** The file with the credentials, in a data directory. */
export function sandboxAccessFile(data: string): string {
  return path.join(sandboxDirectory(data), 'access.json');
}

/** The credentials in the data directory, or new ones. Writes nothing: a command that merely looks leaves no trace. */
export function readSandboxAccess(data: string): SandboxAccess {
  const file = sandboxAccessFile(data);
  return fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : createSandboxAccess();
}

/** Writes credentials down, for their owner alone. */
export function keepSandboxAccess(options: {
  data: string;
  access: SandboxAccess;
}): void {
  const { data, access } = options;
  fs.mkdirSync(sandboxDirectory(data), { recursive: true, mode: 0o700 });
  fs.writeFileSync(sandboxAccessFile(data), JSON.stringify(access, null, 2), {
    mode: 0o600,
  });
}
