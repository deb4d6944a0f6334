import { glob, realpath } from 'node:fs/promises';
import path from 'node:path';
import { resolveInside } from '../../site/resolveInside';

const MAX_FOUND = 200;
const NOT_WALKED = ['node_modules', '.git'];

/** The files of `!include` or `*include`, each as its real folder and its name, in the order of their paths. */
export async function findIncluded(options: {
  inputDir: string;
  /** The folder of the `mkdocs.yml` that includes. */
  folder: string;
  path: string;
  isPattern: boolean;
  report: (message: string) => void;
}): Promise<{ folder: string; file: string }[]> {
  const { inputDir, folder, isPattern, report } = options;
  const wanted = path.normalize(options.path);
  const named = `'${isPattern ? '*' : '!'}include ${options.path}'`;
  const leaveOut = (reason: string) => {
    report(`nav: ${named} left out: ${reason}`);
    return [];
  };
  if (!/\.ya?ml$/i.test(wanted)) {
    return leaveOut('name a mkdocs.yml');
  }
  const root = await realpath(inputDir);
  const from = path.relative(root, await realpath(folder));
  const place = path.join(from, wanted);
  if (path.isAbsolute(wanted) || place.split(path.sep)[0] === '..') {
    return leaveOut('it is outside of the documentation folder');
  }
  const names = isPattern
    ? await expand({ cwd: root, pattern: place })
    : [place];
  const found: { folder: string; file: string }[] = [];
  for (const name of names) {
    const file = await resolveInside({ root, path: name });
    if (file.outcome === 'outside') {
      return leaveOut('it is outside of the documentation folder');
    }
    if (file.outcome === 'found') {
      found.push({
        folder: path.dirname(file.path),
        file: path.basename(file.path),
      });
    }
  }
  return found.length > 0 ? found : leaveOut('there is no such file');
}

async function expand(options: { cwd: string; pattern: string }) {
  const { cwd, pattern } = options;
  const names: string[] = [];
  const exclude = (name: string) => NOT_WALKED.includes(path.basename(name));
  for await (const name of glob(pattern, { cwd, exclude })) {
    names.push(name);
    if (names.length >= MAX_FOUND) {
      break;
    }
  }
  return names.sort();
}
