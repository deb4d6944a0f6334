import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Repository, User } from '../../core/state';
import type { Signature } from '../../git';
import type { ConversationNumbers } from '../history/assignNumbers';
import type { Seed } from '../Seed';
import type { SeedRepository } from '../SeedRepository';

/** What the steps of applying a seed share. The look-ups throw on names that `checkSeed` would have refused. */
export interface SeedContext {
  sandbox: Sandbox;
  seed: Seed;
  organisation: Organisation;
  /** The time when the seed is applied: every age counts from it. */
  now: Date;
  /** An age as GitHub writes a time. */
  at(daysAgo: number): string;
  user(login: string): User;
  teamId(slug: string): number;
  signatureOf(options: { login: string; daysAgo: number }): Signature;
}

/** The same for one repository. */
export interface RepositoryContext extends SeedContext {
  seeded: SeedRepository;
  repository: Repository;
  numbers: ConversationNumbers;
}

/** The commits of a pull request. `merge` is null where it is not merged. */
export interface PullCommits {
  head: string;
  base: string;
  merge: string | null;
}
