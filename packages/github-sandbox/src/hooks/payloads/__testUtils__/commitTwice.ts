import { commitFiles } from '../../../git';
import { openGit } from '../../../repositories/openGit';
import type { startTestSandbox } from '../../../testing/startTestSandbox';

/** Two commits on top of the first one: a file that is new and one that changes. They are on no branch. */
export async function commitTwice({
  sandbox,
  shop,
  mel,
}: Awaited<ReturnType<typeof startTestSandbox>>) {
  const git = await openGit({ sandbox, repository: shop });
  const first = (await git.readRef({ ref: 'refs/heads/main' }))!.sha;
  await git.createRef({ ref: 'refs/heads/work', sha: first });
  const author = {
    name: 'Mel',
    email: mel.email!,
    date: new Date('2026-02-01T12:00:00Z'),
    offsetMinutes: 60,
  };
  const committed = await commitFiles({
    repository: git,
    branch: 'work',
    changes: [
      { path: 'README.md', content: Buffer.from('# Shop\n\nMended\n') },
      { path: 'docs/new.md', content: Buffer.from('New\n') },
      { path: 'src/index.ts', content: null },
    ],
    message: 'Mend\n',
    author,
    committer: author,
  });
  if (committed.outcome !== 'committed') throw new Error(committed.outcome);
  await git.deleteRef({ ref: 'refs/heads/work' });
  return { git, first, second: committed.commit };
}
