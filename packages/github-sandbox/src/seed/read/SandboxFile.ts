import type { SeedOrganisation, SeedPerson, SeedRunner } from '../Seed';
import type { SeedRepositorySettings } from '../SeedRepository';

/** What `sandbox.yaml` says, once it fits its schema. Every key is optional. Paths are relative to the seed folder. */
export interface SandboxFile {
  organisation?: Partial<SeedOrganisation>;
  people?: {
    /** Files of Backstage User entities; `metadata.name` is the login. */
    files?: string[];
    /** By login: what such an entity cannot say. */
    details?: Record<
      string,
      Pick<SeedPerson, 'location' | 'website' | 'createdDaysAgo' | 'outside'>
    >;
  };
  teams?: {
    /** Files of Backstage Group entities; `metadata.name` is the slug. */
    files?: string[];
    /** Logins by slug. */
    maintainers?: Record<string, string[]>;
    /** Slugs of teams that only their members see. */
    secret?: string[];
  };
  repositories?: {
    /** The folder with one folder per repository; default `repositories`. */
    files?: string;
    /** The folder with one YAML file per repository, and wikis as `<repository>.wiki/`; default `sandbox`. */
    settings?: string;
    defaults?: SeedRepositorySettings;
  };
  /** The file of advisories; default `advisories.yaml`, which need not exist. */
  advisories?: string;
  runner?: SeedRunner;
}
