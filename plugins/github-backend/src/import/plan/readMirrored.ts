import type {
  GithubRepositories,
  Wanted,
} from '../../github/GithubRepositories';
import type { FileRead, RepositoryRead } from '../../github/RepositoryRead';
import { chunked } from '../../store/chunked';
import type {
  KnownFile,
  KnownRepository,
  MirrorView,
} from '../../store/MirrorView';
import type { RepositoriesRead } from './readRepositories';

const BATCH = 50;
/** Repositories whose texts come with one statement. */
const TEXTS_AT_ONCE = 100;

/**
 * What the mirror knows of an organisation, with the texts of descriptors. Repositories without one of which it has not asked for CODEOWNERS
 * and docs, since inference is off, are asked for, 50 in a request.
 */
export async function readMirrored(options: {
  host: string;
  organisation: string;
  known: KnownRepository[];
  wanted: Wanted;
  view: Pick<MirrorView, 'filesAt'>;
  github: GithubRepositories;
  onProgress(progress: { read: number; expected?: number }): Promise<void>;
  /** @defaultValue true */
  withTexts?: boolean;
  signal?: AbortSignal;
}): Promise<RepositoriesRead> {
  const { host, organisation, known, wanted, github } = options;
  const repositories: RepositoryRead[] = [];
  const unclear: RepositoryRead[] = [];
  for (const some of chunked(known, TEXTS_AT_ONCE)) {
    const reads = await Promise.all(
      some.map(async one => ({
        ...one,
        files: await filesOf({ ...options, repository: one }),
      })),
    );
    for (const read of reads) {
      const mayInfer =
        !read.isArchived &&
        !read.isEmpty &&
        Object.values(read.files).every(({ state }) => state === 'absent');
      if (mayInfer && !read.hints) unclear.push(read);
      repositories.push(read);
    }
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

async function filesOf(options: {
  repository: KnownRepository;
  view: Pick<MirrorView, 'filesAt'>;
  withTexts?: boolean;
}): Promise<Record<string, FileRead>> {
  const { repository, withTexts = true } = options;
  const files = await Promise.all(
    repository.files.map(async (file): Promise<[string, FileRead]> => {
      const name = `${file.ref}:${file.path}`;
      if (file.state !== 'present') {
        const reason = 'GitHub did not give its text';
        return [name, { state: file.state, reason } as FileRead];
      }
      if (!withTexts) {
        return [name, { state: 'unread', reason: 'its text was not wanted' }];
      }
      const text = file.text ?? (await textOf({ ...options, file }));
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

async function textOf(options: {
  repository: KnownRepository;
  file: KnownFile;
  view: Pick<MirrorView, 'filesAt'>;
}): Promise<string | undefined> {
  const { repository, file, view } = options;
  const branch = file.ref === 'HEAD' ? repository.defaultBranch : file.ref;
  const answer = await view.filesAt({
    target: `${repository.url}/blob/${branch}/${file.path}`,
  });
  return answer.state === 'present'
    ? answer.files.find(({ path }) => path === file.path)?.text
    : undefined;
}
