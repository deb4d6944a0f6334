/** A run or job that takes part in a concurrency group. */
export interface GroupMember {
  /** It is its turn. */
  start(): void;
  /** Another one has taken its place. */
  cancel(): void;
}

/**
 * Concurrency groups: one member runs, one waits. A newcomer takes the place of the one that waits, and ends the one that runs if it says so.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#concurrency
 */
export class ConcurrencyGroups {
  private readonly groups = new Map<
    string,
    { running: GroupMember; waiting?: GroupMember }
  >();

  /** Starts the member now or later. */
  enter(options: {
    key: string;
    member: GroupMember;
    cancelInProgress: boolean;
  }): 'running' | 'waiting' {
    const { key, member, cancelInProgress } = options;
    const group = this.groups.get(key);
    if (!group) {
      this.groups.set(key, { running: member });
      member.start();
      return 'running';
    }
    const replaced = group.waiting;
    group.waiting = member;
    replaced?.cancel();
    if (cancelInProgress) group.running.cancel();
    // The one that ran may have ended at once.
    return this.groups.get(key)?.running === member ? 'running' : 'waiting';
  }

  /** To be called when a member has ended, whether it ran or waited. */
  leave(options: { key: string; member: GroupMember }): void {
    const { key, member } = options;
    const group = this.groups.get(key);
    if (group?.waiting === member) {
      group.waiting = undefined;
    } else if (group?.running === member) {
      const next = group.waiting;
      if (next) {
        this.groups.set(key, { running: next });
        next.start();
      } else {
        this.groups.delete(key);
      }
    }
  }
}
