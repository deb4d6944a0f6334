import type { Octokit } from 'octokit';

/**
 * The version of a GitHub Enterprise Server, and whether people sign on elsewhere: such a server has SAML as a whole, and then no passwords
 * of its own. Both undefined for github.com.
 * https://docs.github.com/en/enterprise-server/rest/meta/meta#get-github-enterprise-server-meta-information
 */
export async function readHostFacts(
  client: Octokit,
): Promise<{ version?: string; saml?: boolean }> {
  const { data } = await client.request('GET /meta');
  const {
    installed_version: version,
    verifiable_password_authentication: hasPasswords,
  } = data as {
    installed_version?: string;
    verifiable_password_authentication?: boolean;
  };
  return version ? { version, saml: hasPasswords === false } : {};
}
