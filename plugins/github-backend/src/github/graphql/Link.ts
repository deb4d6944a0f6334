import type { GithubService } from '@callboard/plugin-github-node';
import type { Octokit } from 'octokit';

/** How one owner of one GitHub is asked, for the time of one call. */
export interface Link {
  host: string;
  owner: string;
  /** Tries once, and gives up a little after GitHub would: whoever asks decides whether to ask for less. */
  graphql(): Promise<Octokit>;
  /** Tries again as is usual. */
  rest(): Promise<Octokit>;
  signal?: AbortSignal;
  surroundings: Surroundings;
}

/** What is handed in, so that tests neither sleep nor reach out. */
export interface Surroundings {
  github: GithubService;
  now: () => Date;
  /** From 0 to 1. */
  random: () => number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** How long an answer is waited for, in milliseconds. GitHub gives up after 10 seconds. */
  wallMs: number;
}
