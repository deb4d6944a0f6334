import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import type { PeopleEvent } from '../../people/events/PeopleEvent';
import type { RepositoryHint } from '../../sync/RepositoryHint';

/** What an event asks for. */
export type Reaction =
  /** What is remembered of an App's installations and tokens is outdated; without `appId` of all Apps of the host. */
  | { kind: 'forget'; host: string; appId?: number }
  /** The mirror asks GitHub about a repository. */
  | { kind: 'hint'; hint: RepositoryHint; head?: HeadAfterPush }
  /** The catalog reads again what refers to these files; no request where nothing does. */
  | { kind: 'refresh'; host: string; owner: string; keys: string[] }
  /** So much may have changed that only a full run tells. */
  | { kind: 'reconcile'; host: string; owner: string; reason: string }
  | { kind: 'people'; event: PeopleEvent }
  | { kind: 'wiki'; event: WikiEvent }
  /** What stock's module tells other plugins. */
  | { kind: 'scm'; events: CatalogScmEvent[] };

/** Where the default branch stood after a push: a mirror that has seen it there has nothing to ask. */
export interface HeadAfterPush {
  url: string;
  oid: string;
}

export interface WikiEvent {
  host: string;
  owner: string;
  name: string;
  repositoryId?: string;
}
