import { ServiceUnavailableError } from '@backstage/errors';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Octokit } from 'octokit';

/** A way to ask about an organisation. */
export interface OpenOrganisation {
  octokit: Octokit;
  /** Whether the credential is a token, which is shown public addresses, and sees only what its owner sees. */
  isToken: boolean;
  /** Whether the host is a GitHub Enterprise Server, whose schema has fields of its own. */
  isEnterpriseServer: boolean;
}

/**
 * Finds the credential for an organisation. Throws `ServiceUnavailableError` where there is none: what GitHub shows to nobody is no list of
 * members.
 */
export async function openOrganisation(options: {
  github: GithubService;
  host: string;
  organisation: string;
  /** How often a request is tried again as it is. @defaultValue 1, since pages are made smaller instead */
  retries?: number;
}): Promise<OpenOrganisation> {
  const { github, host, organisation, retries = 1 } = options;
  const known = github.credentials
    .hosts()
    .find(candidate => candidate.host === host);
  const url = `${known?.webUrl ?? `https://${host}`}/${organisation}`;
  const target = { url, pluginId: 'github' };
  let { kind } = await github.credentials.serve(target);
  if (kind === 'none') {
    // An App may have been installed since somebody asked last.
    await github.credentials.explain({ ...target, fresh: true });
    ({ kind } = await github.credentials.serve(target));
  }
  if (kind === 'none') {
    throw new ServiceUnavailableError(
      `No credential serves the organisation ${organisation} of ${host}: install a configured GitHub App there, or configure a token; what is known of its people stays`,
    );
  }
  const octokit = await github.client({
    url,
    retries,
    priority: 'background',
  });
  return {
    octokit,
    isToken: kind === 'token',
    isEnterpriseServer: known?.apiBaseUrl.endsWith('/api/v3') ?? false,
  };
}
