export interface Insights {
  /** The largest first; shares are of 1 and add up to it. */
  languages: { name: string; bytes: number; share: number }[];
  /** Who has most commits first, at most 100. */
  contributors: { login: string; avatar: string; commits: number }[];
  /** The newest first, at most 30. */
  releases: Release[];
  /** The last 52 weeks of the default branch, the oldest first; `from` is the day on which one begins. */
  weeks: { from: string; commits: number }[];
  pushedAt: string | null;
  openIssues: number;
  stars: number;
  /** `Apache License 2.0` */
  license: string | null;
}

export interface Release {
  tag: string;
  name: string;
  url: string;
  author: string | null;
  publishedAt: string | null;
  isPrerelease: boolean;
  isDraft: boolean;
}

export interface Readme {
  /** `README.md` */
  path: string;
  /** Safe to put into a page: it has no script, no style, no form. Links lead to GitHub. */
  html: string;
  sha: string;
  url: string;
}
