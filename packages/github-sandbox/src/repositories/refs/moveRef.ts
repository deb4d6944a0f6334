import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import type {
  CreateRefOutcome,
  DeleteRefOutcome,
  UpdateRefOutcome,
} from '../../git';
import { openGit } from '../openGit';
import { announceRefChange } from './announceRefChange';

/** `moved` also stands for made and deleted. */
export type MoveRefOutcome =
  | 'moved'
  | Exclude<CreateRefOutcome, 'created'>
  | Exclude<UpdateRefOutcome, 'updated'>
  | Exclude<DeleteRefOutcome, 'deleted'>;

/**
 * Makes (`create`), moves (`update`) or deletes (`delete`) a ref by its full name, and tells everybody as a push would. Everything of REST
 * and GraphQL that changes a ref goes through here. Protection of branches is asked before, see `refusalOf`.
 */
export async function moveRef(options: {
  sandbox: Sandbox;
  repository: Repository;
  /** `refs/heads/main` */
  ref: string;
  change:
    | { kind: 'create'; sha: string }
    | { kind: 'update'; sha: string; force?: boolean }
    | { kind: 'delete' };
  sender: User;
}): Promise<MoveRefOutcome> {
  const { ref, change } = options;
  const git = await openGit(options);
  const { outcome, before } = await git.exclusively(async () => {
    const old = (await git.readRef({ ref }))?.sha;
    switch (change.kind) {
      case 'create':
        return {
          outcome: await git.createRef({ ref, ...change }),
          before: old,
        };
      case 'update':
        return {
          outcome: await git.updateRef({ ref, ...change }),
          before: old,
        };
      default:
        return { outcome: await git.deleteRef({ ref }), before: old };
    }
  });
  if (outcome !== 'created' && outcome !== 'updated' && outcome !== 'deleted') {
    return outcome;
  }
  const after = change.kind === 'delete' ? undefined : change.sha;
  if (before !== after) {
    const forced =
      before !== undefined &&
      after !== undefined &&
      !(await git.isAncestor({ ancestor: before, of: after }));
    await announceRefChange({
      ...options,
      change: { ref, before, after, forced },
    });
  }
  return 'moved';
}
