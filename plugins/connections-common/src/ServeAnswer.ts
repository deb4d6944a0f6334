/** What `GET /api/connections/serve?url=` answers: which credential serves a repository, and what it may do there. */
export interface ServeAnswer {
  url: string;
  host: string;
  owner?: string;
  repository?: string;
  /** Set where GitHub answered 404: there is no such thing, or the credential may not see it. */
  hidden?: true;
  /** Each credential in the order asked, and why it serves or does not. */
  steps: ServeStep[];
  abilities: {
    /** In words: `read files`, `create repositories`. */
    ability: string;
    can: boolean;
    /** `false` where nothing that is switched on needs it. */
    needed?: boolean;
    /** For example `Administration: write is missing`. */
    because: string;
    link?: string;
  }[];
  /** In one sentence. */
  summary: string;
}

/** One credential that was asked, and what came of it. */
export interface ServeStep {
  credentialId: string;
  kind: 'app' | 'token' | 'none';
  title: string;
  verdict: 'used' | 'skipped' | 'failed';
  code: string;
  reason: string;
  link?: string;
}
