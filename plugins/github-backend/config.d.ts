import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

/** Which repositories to read, and what in them. */
interface RepositorySourceConfig {
  /** Host of GitHub, with the port where there is one; it must be in `integrations.github`. Default: github.com. */
  host?: string;
  /** The organisation. Required, unless `app` is set. */
  organization?: string;
  /** The number of a GitHub App: every organisation in which it is installed is read. Required, unless `organization` is set. */
  app?: number | string;
  /** Where descriptors are within a repository; one path or several, each with the wildcards `*` and `**`. Default: /catalog-info.yaml. */
  catalogPath?: string | string[];
  /** Takes only locations whose file is there. Not together with wildcards. Default: false. */
  validateLocationsExist?: boolean;
  filters?: {
    /** The branch to read; without slashes. Default: the default branch of each repository. */
    branch?: string;
    /** A regular expression for the whole name of the repository. */
    repository?: string;
    /** Default: true. */
    allowForks?: boolean;
    topic?: {
      /** Only repositories with at least one of these topics. */
      include?: string[];
      /** No repositories with one of these topics; it wins over `include`. */
      exclude?: string[];
    };
    /** Only repositories that are visible like this. */
    visibility?: ('private' | 'internal' | 'public')[];
    /** Default: false. */
    allowArchived?: boolean;
  };
  /** When to ask GitHub what is new. Default: every 5 minutes; every 3 hours with the strategy `full`. */
  schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
  pageSizes?: {
    /** The most repositories of a page, from 1 to 100. Pages become smaller by themselves where GitHub demands it. Default: 100. */
    repositories?: number;
  };
}

/** The short form, with host, credential and organisation in one place. */
interface ShortSourceConfig extends RepositorySourceConfig {
  /** The address of GitHub, as people open it in a browser. Default: https://github.com. */
  baseUrl?: string;
  /**
   * The token for that GitHub, where `integrations.github` has none for it.
   * @visibility secret
   */
  token?: string;
  /** The same as `organization`. */
  org?: string;
}

/** Where people and teams come from. */
interface PeopleSourceConfig {
  /** Unique among the entries. */
  id: string;
  /** The address of GitHub, as people open it in a browser. */
  githubUrl: string;
  /** Default: all organisations that the credentials of the host can see. */
  orgs?: string[];
  /** When to read all of them. */
  schedule: SchedulerServiceTaskScheduleDefinitionConfig;
  pageSizes?: {
    teams?: number;
    teamMembers?: number;
    organizationMembers?: number;
  };
  /** Leaves suspended people out; only on GitHub Enterprise Server. Default: false. */
  excludeSuspendedUsers?: boolean;
  /** Of stock's module. */
  experimental_checkForSuspendedUsersWithRest?: boolean;
  defaultUserTransformer?: {
    /** Takes an e-mail address of a domain that the organisation has verified. Default: false. */
    useVerifiedEmails?: boolean;
  };
  /** Makes users of people who are no members but have access to a repository. Default: false. */
  outsideCollaborators?: boolean;
}

interface InferenceConfig {
  /** Default: true. */
  enabled?: boolean;
  /** Default: production. */
  lifecycle?: string;
  /** A reference to a group or user, for all. Default: CODEOWNERS, then the team with the most access, then the group of the organisation. */
  owner?: string;
  type?: {
    /** Default: fork. */
    fork?: string;
    /** Default: service. */
    other?: string;
  };
  /** Takes the repository's wiki for its docs where it has no folder `docs`. Default: true. */
  wikis?: boolean;
  /** The first that matches sets what it names. */
  rules?: {
    /** `OWNER/NAME`, with wildcards. */
    repository: string;
    /** Makes nothing of it. */
    exclude?: boolean;
    type?: string;
    lifecycle?: string;
    owner?: string;
    system?: string;
    tags?: string[];
  }[];
}

export interface Config {
  catalog?: {
    /**
     * `incremental` asks for what is new, and reads all at times; `full` reads all each time. Of the catalog from GitHub.
     * @defaultValue 'incremental'
     */
    syncStrategy?: 'incremental' | 'full';
    /**
     * How often `incremental` reads all. Of the catalog from GitHub.
     * @defaultValue '24h'
     */
    fallbackFullSyncInterval?: string | HumanDuration;
    providers?: {
      /** Repositories: one source, the short form of one, or several with ids. */
      github?: ShortSourceConfig | { [id: string]: RepositorySourceConfig };
      /** People and teams. */
      githubOrg?: PeopleSourceConfig | PeopleSourceConfig[];
    };
  };
  callboard?: {
    github?: {
      /** Builds, pull requests, insights and security alerts on the pages of entities. */
      activity?: {
        /** @defaultValue true */
        enabled?: boolean;
        /**
         * Repositories, as `acme/catalog`, whose descriptors may speak for other repositories. By default a descriptor speaks for the repository
         * that it lies in, and for builds, pull requests and insights of those of the same owner that are not private.
         */
        trusted?: string[];
        /**
         * What GitHub's answers may take in the database, in megabytes; what was not used for longest goes first.
         * @defaultValue 256
         */
        cacheMegabytes?: number;
      };
      /** The catalog from GitHub. */
      catalog?: {
        /**
         * Makes components of repositories without a descriptor, from what GitHub knows.
         * @defaultValue false
         */
        inferred?: boolean | InferenceConfig;
        /** A run that would remove more than both is held until an operator accepts it. */
        guard?: {
          /**
           * A share of what is known, from 0 to 1.
           * @defaultValue 0.2
           */
          share?: number;
          /** @defaultValue 10 */
          count?: number;
        };
        freshness?: {
          /**
           * How old a change at GitHub may be when it is in the catalog; what takes longer raises an alarm.
           * @defaultValue '10m'
           */
          targetLag?: string | HumanDuration;
        };
        /** Calls of the pre-receive hook of GitHub Enterprise; without a secret none are taken. */
        preReceive?: {
          /**
           * Signs the calls; at least 16 characters.
           * @visibility secret
           */
          secret?: string;
          /**
           * Taken as well, while hooks are being given a new secret.
           * @deepVisibility secret
           */
          secrets?: string[];
        };
        /**
         * Puts `github.com/enterprise-version`, `github.com/pre-receive-hooks-enabled` and `github.com/saml-sso-enabled` on entities, as far
         * as the credential may see it.
         * @defaultValue false
         */
        enterpriseAnnotations?: boolean;
        /**
         * Gives a component whose repository has no `docs/` and no `mkdocs.yml` the repository's README as its docs, of one page: inferred
         * components, and those of a descriptor in the root that names no docs. Costs no request: two more fields of the one that is made anyway.
         * @defaultValue false
         */
        readmeDocs?: boolean;
        missedDeliveries?: {
          /**
           * How often GitHub's list of webhook deliveries is looked through.
           * @defaultValue '10m'
           */
          every?: string | HumanDuration;
        };
        wikis?: {
          /**
           * How often wikis are looked at that no webhook tells of.
           * @defaultValue '1h'
           */
          every?: string | HumanDuration;
        };
        people?: {
          /**
           * How often people and teams are read although nothing says that they have changed.
           * @defaultValue '1h'
           */
          fullEvery?: string | HumanDuration;
        };
      };
    };
  };
  integrations?: {
    github?: Array<{
      apps?: Array<{
        /** Where the App sends events to. It is shown to operators, and compared with what GitHub has. */
        webhookUrl?: string;
        /**
         * Signs the events that the App sends. They are taken when it is right.
         * @visibility secret
         */
        webhookSecret?: string;
      }>;
    }>;
  };
  events?: {
    modules?: {
      github?: {
        /**
         * Signs the events of webhooks that belong to no App, of organisations and repositories.
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
