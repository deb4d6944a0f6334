import type { Answer } from '../../http/Route';
import type { ContentPlace } from './ContentPlace';
import { contentLinks } from './contentLinks';

/** A submodule, with the address that .gitmodules has for it. */
export async function answerSubmodule(place: ContentPlace): Promise<Answer> {
  const { call, entry, path, ref } = place;
  return {
    body: {
      name: path.split('/').at(-1)!,
      path,
      sha: entry.sha,
      size: 0,
      ...contentLinks({ call, type: 'submodule', path, sha: entry.sha, ref }),
      type: 'submodule',
      submodule_git_url: await addressOf(place),
    },
  };
}

async function addressOf({ git, commit, path }: ContentPlace) {
  const file = await git.resolve({
    expression: `${commit}:.gitmodules`,
    type: 'blob',
  });
  const text = file && (await git.readBlob({ sha: file.sha }))?.toString();
  const section = (text ?? '')
    .split(/^\[submodule /m)
    .find(part =>
      part
        .split('\n')
        .some(line => /^\s*path\s*=\s*(.+?)\s*$/.exec(line)?.[1] === path),
    );
  return /^\s*url\s*=\s*(.+?)\s*$/m.exec(section ?? '')?.[1] ?? null;
}
