import type { Octokit } from 'octokit';

/**
 * Whether an organisation of a GitHub Enterprise Server has a pre-receive hook that is not switched off. Asked of the organisation, since
 * asking each repository would cost a request for each.
 * https://docs.github.com/en/enterprise-server/rest/enterprise-admin/org-pre-receive-hooks
 */
export async function readHooksFact(options: {
  client: Octokit;
  organisation: string;
}): Promise<boolean> {
  const { client, organisation } = options;
  const { data } = await client.request('GET /orgs/{org}/pre-receive-hooks', {
    org: organisation,
    per_page: 100,
  });
  return (data as { enforcement: string }[]).some(
    ({ enforcement }) => enforcement !== 'disabled',
  );
}
