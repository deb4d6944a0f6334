import type { GithubHost } from '@callboard/plugin-github-node';

/** Of whom or of what a call to GitHub is, as people see it. */
export interface GithubSubject {
  /** Of the owner. */
  ownerUrl: string;
  /** Of the repository, else of the owner. */
  url: string;
}

/** Reads the owner and the repository out of the URL of a call, to the API or by git. Undefined for what is not of a configured GitHub. */
export function githubSubject(options: {
  hosts: GithubHost[];
  url: string;
}): GithubSubject | undefined {
  const { hosts, url } = options;
  for (const { apiBaseUrl, webUrl } of hosts) {
    const path = below({ url, base: apiBaseUrl });
    const [, , owner, repository] =
      path?.match(/^\/(orgs|users|repos)\/([\w.-]+)(?:\/([\w.-]+))?/) ?? [];
    if (owner) {
      const isRepository = path!.startsWith('/repos/') && repository;
      return subject({ webUrl, owner, ...(isRepository && { repository }) });
    }
    const page = below({ url, base: webUrl });
    const [, of, named] =
      page?.match(/^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/|$)/) ?? [];
    if (of && !path) return subject({ webUrl, owner: of, repository: named });
  }
  return undefined;
}

function below({ url, base }: { url: string; base: string }) {
  return url.startsWith(`${base}/`) ? url.slice(base.length) : undefined;
}

function subject(options: {
  webUrl: string;
  owner: string;
  repository?: string;
}): GithubSubject {
  const { webUrl, owner, repository } = options;
  const ownerUrl = `${webUrl}/${owner}`;
  return { ownerUrl, url: repository ? `${ownerUrl}/${repository}` : ownerUrl };
}
