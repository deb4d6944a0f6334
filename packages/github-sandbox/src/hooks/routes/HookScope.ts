import type { Account, Hook } from '../../core/state';
import type {
  Access,
  Call,
  OrganisationCall,
  RepositoryCall,
} from '../../http/Route';

/** Whose hooks a set of routes is about: a repository's or an organisation's. Both have the same routes. */
export interface HookScope {
  on: 'repository' | 'organisation';
  /** The path before `/hooks`, as a template. */
  prefix: string;
  access(level: 'read' | 'write'): Access;
  /** What a request is about, and the account that it belongs to. */
  subjectOf(call: ScopedCall): { target: Hook['target']; account: Account };
  /** The path of a request's subject, without templates. */
  pathOf(call: Call): string;
}

export type ScopedCall = RepositoryCall & OrganisationCall;
