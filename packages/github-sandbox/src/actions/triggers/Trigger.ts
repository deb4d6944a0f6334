import type { WorkflowEvent } from '../engine';
import type { User } from '../../core/state';

/** Something that happened, as workflows see it, with what the runs that follow from it are about. */
export interface Trigger {
  /** `event.sha` is also the commit whose workflow files count. */
  event: WorkflowEvent;
  /** Null where it is not a branch. */
  headBranch: string | null;
  /** The commit that checks are shown at; of pull requests their head, while workflows run on the merge of it. */
  headSha: string;
  /** Another repository where the event is about a pull request from a fork; null where that is gone. */
  headRepositoryId: number | null;
  actor: User;
}
