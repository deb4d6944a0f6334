import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { SignInFailuresService } from '@callboard/plugin-access-node';
import type { PeopleSource } from '@callboard/plugin-access-common';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { RootGithubService } from '@callboard/plugin-github-node';
import type { SeenCredentials } from '../seen/SeenCredentials';
import type { ObservedSignIns } from '../seen/ObservedSignIns';

/** What facts and checks are made from. The same for a running portal and for a doctor without one. */
export interface InspectionContext {
  config: RootConfigService;
  github: RootGithubService;
  logger: LoggerService;
  now(): Date;
  /** For systems other than GitHub. TLS is verified. */
  fetch: typeof fetch;
  /** Since when each token is known. */
  seen: SeenCredentials;
  /** What came back from sign-in pages; undefined without a running portal. */
  signIns?: ObservedSignIns;
  /** Sign-ins that failed lately; undefined without a running portal. */
  signInFailures?: Pick<SignInFailuresService, 'recent'>;
  /** What only a running portal knows of its catalog. */
  catalog?: CatalogProbe;
  /** How mirroring GitHub into the catalog does; undefined where nobody could tell. */
  mirror?: MirrorProbe;
  /** How users and groups come into the catalog; undefined where nobody could tell. */
  people?: PeopleProbe;
  /** What the launcher found wrong with what it read; none in a plain Backstage app. */
  launcher?: LauncherFindings;
}

export interface CatalogProbe {
  /** Numbers of entities, and of those that processing left with an error; `failures` may be fewer than `failing`. */
  counts(): Promise<CatalogCounts>;
  /** Has the catalog read entities again at once. Undefined without a running portal. */
  readAgain?(refs: string[]): Promise<void>;
}

export interface CatalogCounts {
  entities: number;
  failing: number;
  failures: CatalogFailure[];
  /** Since when errors are noticed, ISO 8601, where nobody knows of earlier ones. */
  since?: string;
}

export interface MirrorProbe {
  status(options?: { signal?: AbortSignal }): Promise<MirrorAnswer>;
}

export type MirrorAnswer =
  | { state: 'known'; organisations: OrganisationStatus[] }
  /** The plugin `github` is not there: something else reads GitHub, or nothing. */
  | { state: 'absent' }
  /** In words, without a full stop. */
  | { state: 'unknown'; reason: string; remedy: string };

export interface PeopleProbe {
  sources(options?: { signal?: AbortSignal }): Promise<PeopleAnswer>;
}

export type PeopleAnswer =
  | { state: 'known'; sources: PeopleSource[] }
  /** The plugin `access` is not there. */
  | { state: 'absent' }
  /** In words, without a full stop. */
  | { state: 'unknown'; reason: string; remedy: string };

/** An entity that processing left with an error. */
export interface CatalogFailure {
  ref: string;
  /** As the catalog has it; it may be long. */
  message: string;
  /** Where the entity comes from: `https://github.com/acme/shop/blob/main/catalog-info.yaml`. */
  location?: string;
  /** When it failed last, ISO 8601; undefined where that is not known. */
  at?: string;
}

export interface LauncherFindings {
  problems: { problem: string; where?: string; remedy?: string }[];
  warnings: string[];
}
