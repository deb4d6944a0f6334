import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { languages } from '../../git';
import { licenceOfText } from '../licences/licenceOfText';
import { openGit } from '../openGit';
import { keepFacts, knownFacts } from './knownFacts';

/** How many repositories are looked into at the same time. */
const AT_ONCE = 8;

/** Works out the facts of repositories whose default branch has moved since the last time. Cheap where nothing has. */
export async function refreshFacts(options: {
  sandbox: Sandbox;
  repositories: Repository[];
}): Promise<void> {
  const { sandbox } = options;
  const left = options.repositories.filter(({ pushedAt }) => pushedAt);
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      await refresh({ sandbox, repository: one });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function refresh(options: { sandbox: Sandbox; repository: Repository }) {
  const { repository } = options;
  const git = await openGit(options);
  const head = await git.readRef({
    ref: `refs/heads/${repository.defaultBranch}`,
  });
  if (!head || knownFacts(repository)?.sha === head.sha) return;

  const entries =
    (await git.readTree({ sha: head.sha, recursive: true })) ?? [];
  const bytes = entries.reduce((sum, { size = 0 }) => sum + size, 0);
  const licence = entries.find(({ path }) =>
    /^licen[cs]e(\.(md|txt))?$/i.test(path),
  );
  const text = licence && (await git.readBlob({ sha: licence.sha }));
  keepFacts({
    repository,
    found: {
      sha: head.sha,
      languages: await languages({ repository: git, commit: head.sha }),
      sizeKb: Math.ceil(bytes / 1024),
      licenceKey: text ? licenceOfText(text.toString()) : null,
    },
  });
}
