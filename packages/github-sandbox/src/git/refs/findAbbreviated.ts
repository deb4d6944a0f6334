import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Core } from '../Core';

/** The one object, or else the one commit, whose SHA starts with `prefix` (4 digits at least). */
export async function findAbbreviated(options: {
  core: Core;
  prefix: string;
}): Promise<string | undefined> {
  const { core } = options;
  const prefix = options.prefix.toLowerCase();
  if (!/^[0-9a-f]{4,40}$/.test(prefix)) {
    return undefined;
  }
  const found = [
    ...new Set([
      ...(await findLoose(core, prefix)),
      ...core.objects.findPacked(prefix),
    ]),
  ];
  if (found.length < 2) {
    return found[0];
  }
  const commits: string[] = [];
  for (const sha of found) {
    if ((await core.objects.readHeader(sha))?.type === 'commit') {
      commits.push(sha);
    }
  }
  return commits.length === 1 ? commits[0] : undefined;
}

async function findLoose(core: Core, prefix: string): Promise<string[]> {
  const folder = join(core.directory, 'objects', prefix.slice(0, 2));
  const names = await readdir(folder).catch(() => []);
  return names
    .map(name => prefix.slice(0, 2) + name)
    .filter(sha => sha.startsWith(prefix));
}
