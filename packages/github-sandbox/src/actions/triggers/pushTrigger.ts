import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { openGit } from '../../repositories/openGit';
import { hasWorkflows } from '../workflows/filesAt';
import { payloadOf } from './payloadOf';
import type { Trigger } from './Trigger';

/** GitHub looks at no more files. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#git-diff-comparisons */
const MOST_FILES = 300;

/** What a push starts; nothing if it deletes. */
export async function pushTrigger(options: {
  sandbox: Sandbox;
  event: Extract<SandboxEvent, { name: 'push' }>;
}): Promise<Trigger[]> {
  const { event } = options;
  const { repository, ref, before, after } = event;
  if (!after) return [];
  const git = await openGit({ ...options, repository });
  const commit = await git.resolve({ expression: after, type: 'commit' });
  if (!commit) return [];
  const { sha } = commit;
  if (!(await hasWorkflows({ git, sha }))) return [];
  const isKnown =
    before !== undefined && (await git.readCommit({ sha: before }));
  const changed = isKnown
    ? await git.diff({ from: before, to: sha })
    : undefined;
  return [
    {
      event: {
        name: 'push',
        ref,
        sha,
        message: (await git.readCommit({ sha }))?.message ?? '',
        ...(changed && {
          changedFiles: changed
            .flatMap(({ path, previousPath }) =>
              previousPath ? [path, previousPath] : [path],
            )
            .slice(0, MOST_FILES),
        }),
        payload: await payloadOf(options),
      },
      // Also of a tag: GitHub has its name here.
      headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
      headSha: sha,
      headRepositoryId: repository.id,
      actor: event.sender,
    },
  ];
}
