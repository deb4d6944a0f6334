import parseGitUrl from 'git-url-parse';

/** What can be told about a URL of a file, folder or repository in a source control system. */
export type ScmUrl = {
  protocol: string;
  resource: string;
  port: string | number | null;
  organization: string;
  owner: string;
  name: string;
  full_name: string;
  ref: string;
  filepath: string;
};

/** Throws for what is no URL. */
export function parseScmUrl(url: string): ScmUrl {
  // Its own types lean on a package without types.
  return parseGitUrl(url) as unknown as ScmUrl;
}
