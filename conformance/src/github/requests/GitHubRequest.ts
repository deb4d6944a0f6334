import type { Octokit } from 'octokit';

/** Who asks: persons with classic tokens, nobody, the App with its JWT, and its installation. */
export type Callers = Record<
  'olivia' | 'mel' | 'oscar' | 'nobody' | 'app' | 'installation',
  Octokit
>;

/** What earlier requests have found out, for later ones. */
export type Found = Record<string, any>;

/** One request of Octokit's and what GitHub answers. Requests of a list build on each other. */
export interface GitHubRequest {
  name: string;
  send(
    callers: Callers,
    found: Found,
  ): Promise<{ status: number; data: any; headers: any }>;
  /** 200 where it is left out. */
  status?: number;
  /** What must be true of the answer beyond its shape. Throws, as `expect` does. */
  check?(answer: { data: any; headers: any }, found: Found): void;
}
