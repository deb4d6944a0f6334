import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePack } from '../packs/encodePack';
import { formatPackedRefs } from '../refs/packedRefs';
import { GitObject, Ref } from '../types';

const CONFIG = `[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = true
`;

/**
 * Writes a new bare repository, which appears at `directory` when it is complete. Its objects go into one pack: to make a file costs more
 * than anything else here.
 */
export function writeRepository(options: {
  directory: string;
  defaultBranch: string;
  objects: Map<string, GitObject>;
  refs: Ref[];
}): void {
  const { directory, defaultBranch, objects, refs } = options;
  const temporary = `${directory}.new`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(join(temporary, 'objects', 'pack'), { recursive: true });
  mkdirSync(join(temporary, 'refs'));
  const write = (name: string, content: string | Buffer) =>
    writeFileSync(join(temporary, name), content);
  write('HEAD', `ref: refs/heads/${defaultBranch}\n`);
  write('config', CONFIG);
  if (refs.length > 0) {
    write('packed-refs', formatPackedRefs(refs));
  }
  if (objects.size > 0) {
    const { name, pack, index } = encodePack({ objects });
    write(join('objects', 'pack', `${name}.pack`), pack);
    write(join('objects', 'pack', `${name}.idx`), index);
  }
  renameSync(temporary, directory);
}
