import type { InMemoryFs } from 'just-bash';

/** Writes files below a folder. Scripts can be executed: git keeps that bit, which is not known here. */
export async function writeTree(options: {
  fs: InMemoryFs;
  folder: string;
  files: Iterable<[path: string, content: Buffer]>;
}): Promise<void> {
  const { fs, folder, files } = options;
  await fs.mkdir(folder, { recursive: true });
  for (const [name, content] of files) {
    const path = `${folder}/${name}`;
    await fs.mkdir(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    await fs.writeFile(path, new Uint8Array(content));
    if (content.subarray(0, 2).toString('latin1') === '#!') {
      await fs.chmod(path, 0o755);
    }
  }
}
