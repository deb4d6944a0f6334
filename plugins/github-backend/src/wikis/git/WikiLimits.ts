/** What a wiki may cost. Whoever may edit a wiki is trusted with its text, not with the portal's memory. */
export interface WikiLimits {
  /** Of what is sent, in bytes. */
  packBytes: number;
  /** Of everything in it, unpacked, in bytes. */
  totalBytes: number;
  /** Of one file, in bytes. */
  fileBytes: number;
  files: number;
}

/** A GitHub wiki may have 5,000 files: https://docs.github.com/communities/documenting-your-project-with-wikis/about-wikis */
export const WIKI_LIMITS: WikiLimits = {
  packBytes: 100_000_000,
  totalBytes: 200_000_000,
  fileBytes: 25_000_000,
  files: 5_000,
};
