import type {
  GithubRepositories,
  Wanted,
} from '../../github/GithubRepositories';
import type { FileRead, RepositoryRead } from '../../github/RepositoryRead';
import type { KnownRepository, MirrorView } from '../../store/MirrorView';
import type { RepositoriesRead } from './readRepositories';

const BATCH = 50;

/**
 * What the mirror knows of an organisation, with the texts of descriptors. Repositories without one of which it has not asked for CODEOWNERS
 * and docs, since inference is off, are asked for, 50 in a request.
 */
export async function readMirrored(options: {
  host: string;
  organisation: string;
  known: KnownRepository[];
  wanted: Wanted;
  view: MirrorView;
  github: GithubRepositories;
  onProgress(progress: { read: number; expected?: number }): Promise<void>;
  signal?: AbortSignal;
}): Promise<RepositoriesRead> {
  const { host, organisation, known, wanted, view, github } = options;
  const repositories: RepositoryRead[] = [];
  const unclear: RepositoryRead[] = [];
  for (const one of known) {
    const { files, ...rest } = one;
    const read: RepositoryRead = {
      ...rest,
      files: await textsOf({ repository: one, view }),
    };
    const mayInfer =
      !read.isArchived &&
      !read.isEmpty &&
      files.every(({ state }) => state === 'absent');
    if (mayInfer && !read.hints) unclear.push(read);
    repositories.push(read);
  }
  await options.onProgress({
    read: repositories.length - unclear.length,
    expected: repositories.length,
  });

  const problems: string[] = [];
  for (let start = 0; start < unclear.length; start += BATCH) {
    options.signal?.throwIfAborted();
    const batch = unclear.slice(start, start + BATCH);
    const found = await github.lookUp({
      ...{ host, owner: organisation, wanted, signal: options.signal },
      which: batch.map(({ id }) => ({ id })),
    });
    batch.forEach((repository, index) => {
      const answer = found[index];
      if (answer?.state === 'found') {
        Object.assign(repository, answer.repository);
      } else if (answer?.state === 'unknown') {
        problems.push(
          `${repository.owner}/${repository.name}: ${answer.reason}`,
        );
      }
    });
    await options.onProgress({
      read: repositories.length - unclear.length + start + batch.length,
      expected: repositories.length,
    });
  }
  return { repositories, problems };
}

async function textsOf(options: {
  repository: KnownRepository;
  view: MirrorView;
}): Promise<Record<string, FileRead>> {
  const { repository, view } = options;
  const files = await Promise.all(
    repository.files.map(async (file): Promise<[string, FileRead]> => {
      const name = `${file.ref}:${file.path}`;
      if (file.state !== 'present') {
        const reason = 'GitHub did not give its text';
        return [name, { state: file.state, reason } as FileRead];
      }
      const branch = file.ref === 'HEAD' ? repository.defaultBranch : file.ref;
      const answer = await view.filesAt({
        target: `${repository.url}/blob/${branch}/${file.path}`,
      });
      const text =
        file.text ??
        (answer.state === 'present'
          ? answer.files.find(({ path }) => path === file.path)?.text
          : undefined);
      return [
        name,
        text === undefined
          ? { state: 'unread', reason: 'the mirror does not hold its text yet' }
          : { state: 'present', oid: file.oid ?? '', text },
      ];
    }),
  );
  return Object.fromEntries(files);
}
