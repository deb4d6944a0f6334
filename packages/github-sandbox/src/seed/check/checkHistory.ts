import { assignNumbers } from '../history/assignNumbers';
import { buildHistory } from '../history/buildHistory';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { unknownName } from './SeedNames';

/** Only the form of commits matters here, not when and by whom. */
const SOMEBODY = { name: '', email: '', date: new Date(0) };

/** Whether commits can be made, and whether branches, tags, files and lines that are named are there. */
export async function checkHistory(options: {
  repository: SeedRepository;
}): Promise<SeedFault[]> {
  const { repository } = options;
  const built = await buildHistory({
    repository,
    owner: '',
    author: '',
    numbers: assignNumbers({ repository }),
    signatureOf: () => SOMEBODY,
  });
  const faults = [...built.faults];
  const branches = Object.keys(built.tips);
  const tags = Object.keys(built.history.tags ?? {});
  const expect = (
    known: string[],
    kind: string,
    name: string | undefined,
    path: Array<string | number>,
  ) => {
    if (name === undefined || known.includes(name)) return true;
    faults.push(
      unknownName({ repository: repository.name, path, kind, name, known }),
    );
    return false;
  };

  (repository.pullRequests ?? []).forEach((pull, index) => {
    const path = ['pullRequests', index];
    expect(branches, 'branch', pull.base, [...path, 'base']);
    if (!expect(branches, 'branch', pull.branch, [...path, 'branch'])) return;
    const base = pull.base ?? built.history.defaultBranch;
    if (built.tips[pull.branch] === built.tips[base]) {
      faults.push({
        repository: repository.name,
        path: [...path, 'branch'],
        message: `"${pull.branch}" has no commit that "${base}" lacks`,
        remedy: 'Give the branch a commit.',
      });
    }
    const tree = built.trees.get(built.tips[pull.branch])!;
    (pull.reviews ?? []).forEach((review, reviewIndex) =>
      (review.comments ?? []).forEach((comment, commentIndex) =>
        expect([...tree.keys()], 'file', comment.path, [
          ...path,
          'reviews',
          reviewIndex,
          'comments',
          commentIndex,
          'path',
        ]),
      ),
    );
  });
  (repository.releases ?? [])
    .map((release, index) => ({ release, index }))
    .filter(({ release }) => !release.draft)
    .forEach(({ release, index }) =>
      expect(tags, 'tag', release.tag, ['releases', index, 'tag']),
    );
  (repository.deployments ?? []).forEach(({ ref, environment }, index) => {
    expect([...branches, ...tags], 'branch or tag', ref, [
      'deployments',
      index,
      'ref',
    ]);
    expect(
      (repository.environments ?? []).map(({ name }) => name),
      'environment',
      environment,
      ['deployments', index, 'environment'],
    );
  });
  Object.keys(repository.protection ?? {}).forEach(name =>
    expect(branches, 'branch', name, ['protection', name]),
  );
  return faults;
}
