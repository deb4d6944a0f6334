import type { Octokit } from 'octokit';

const QUERY = `query ($login: String!) {
  organization(login: $login) {
    samlIdentityProvider {
      id
    }
  }
}`;

/**
 * Whether an organisation at github.com has an identity provider. Only its owners, and Apps that may read its administration, see that:
 * https://docs.github.com/en/graphql/reference/objects#organization
 */
export async function readSamlFact(options: {
  client: Octokit;
  organisation: string;
}): Promise<boolean> {
  const { client, organisation } = options;
  const { organization } = await client.graphql<{
    organization: { samlIdentityProvider: { id: string } | null };
  }>(QUERY, { login: organisation });
  return Boolean(organization.samlIdentityProvider);
}
