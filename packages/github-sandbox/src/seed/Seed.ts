import type { SeedRepository } from './SeedRepository';

/**
 * What a sandbox begins with: one organisation, its people, teams and repositories. `readSeed` makes one from a folder; a test may
 * write one down as a plain object, where only the login of the organisation is needed. Dates are ages in days, before the time of the
 * sandbox's clock when the seed is applied; fractions are allowed.
 */
export interface Seed {
  organisation: SeedOrganisation;
  people?: SeedPerson[];
  teams?: SeedTeam[];
  repositories?: SeedRepository[];
  /** What Dependabot alerts refer to, by GHSA identifier. */
  advisories?: Record<string, SeedAdvisory>;
  /** What programs and actions that cannot run in a simulated shell shall do, in every repository. */
  runner?: SeedRunner;
}

export interface SeedOrganisation {
  login: string;
  name?: string;
  description?: string;
  email?: string;
  website?: string;
  location?: string;
  createdDaysAgo?: number;
  /** What members may do with every repository; default `pull`. */
  defaultRepositoryPermission?: SeedPermission | 'none';
  membersCanCreateRepositories?: boolean;
  samlEnforced?: boolean;
  /** Logins of the people who administer it. Without one, the first person does. */
  owners?: string[];
  variables?: Record<string, string>;
}

/** GitHub's names of roles in a repository. https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
export type SeedPermission = 'pull' | 'triage' | 'push' | 'maintain' | 'admin';

export interface SeedPerson {
  login: string;
  name?: string;
  email?: string;
  bio?: string;
  location?: string;
  website?: string;
  createdDaysAgo?: number;
  /** Not a member of the organisation: someone who was given single repositories. */
  outside?: boolean;
}

export interface SeedTeam {
  slug: string;
  name?: string;
  description?: string;
  /** Slug of the parent team. */
  parent?: string;
  privacy?: 'closed' | 'secret';
  /** Logins. */
  members?: string[];
  /** Logins of those members who maintain it. */
  maintainers?: string[];
}

export type SeedSeverity = 'low' | 'medium' | 'high' | 'critical';

/** A security advisory as the GitHub Advisory Database has it. https://github.com/advisories */
export interface SeedAdvisory {
  cve?: string;
  severity: SeedSeverity;
  summary: string;
  description?: string;
  cvss?: { score: number; vector?: string };
  packages: Array<{
    ecosystem: string;
    name: string;
    /** `>= 8.0.0, < 8.17.1` */
    vulnerable: string;
    patched?: string;
  }>;
}

/** As the Actions engine takes it: by the beginning of the command line, and by `owner/name` of an action. */
export interface SeedRunner {
  commands?: Record<string, { exitCode: number; output?: string }>;
  actions?: Record<
    string,
    { exitCode: number; output?: string; outputs?: Record<string, string> }
  >;
}
