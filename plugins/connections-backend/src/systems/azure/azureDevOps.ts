import type { Config } from '@backstage/config';
import { readAnswer } from '../readAnswer';
import { sourceEntries } from '../sourceEntries';
import type { FindSystems, ProbeOptions, Probed } from '../System';

/** Azure DevOps. It tells nobody when a token ends, so what is known is whether it is taken. */
export const azureDevOps: FindSystems = ({ config }) =>
  sourceEntries({ config, integration: 'azure', type: 'azure' }).map(
    ({ host = 'dev.azure.com', configKey, credentials }) => {
      const organisation = organisationsOn({ config, host })[0];
      const token = credentials
        .map(each => each.getOptionalString('personalAccessToken')?.trim())
        .find(Boolean);
      const target = `https://${host}${
        organisation ? `/${encodeURIComponent(organisation)}` : ''
      }`;
      return {
        id: `azure:${host}`,
        kind: 'azure',
        title: `Azure DevOps at ${host}`,
        target,
        configKey,
        credential: { type: typeOf({ token, credentials }) },
        carries: () => (organisation ? token : undefined),
        probe: options =>
          probe({ ...options, target, organisation, token, configKey }),
      };
    },
  );

function typeOf(options: {
  token: string | undefined;
  credentials: Config[];
}): string {
  const { token, credentials } = options;
  if (token) return 'personal access token';
  if (credentials.some(each => each.has('clientSecret')))
    return 'client secret';
  return credentials.some(each => each.has('clientId'))
    ? 'managed identity'
    : 'none';
}

function organisationsOn(options: { config: Config; host: string }): string[] {
  const providers = options.config.getOptionalConfig(
    'catalog.providers.azureDevOps',
  );
  return (providers?.keys() ?? [])
    .map(id => providers!.getConfig(id))
    .filter(
      entry =>
        (entry.getOptionalString('host') ?? 'dev.azure.com') === options.host,
    )
    .flatMap(entry => entry.getOptionalString('organization') ?? []);
}

/** https://learn.microsoft.com/en-us/rest/api/azure/devops/core/projects/list */
async function probe(
  options: ProbeOptions & {
    target: string;
    organisation: string | undefined;
    token: string | undefined;
    configKey: string;
  },
): Promise<Probed> {
  const { fetch, signal, target, organisation, token, configKey } = options;
  if (!organisation) {
    const response = await fetch(target, { redirect: 'manual', signal });
    await response.body?.cancel();
    return {
      detail: `It answers (HTTP ${response.status}); no organisation is named that the credential could be tried on.`,
    };
  }
  if (!token) {
    const response = await fetch(target, { redirect: 'manual', signal });
    await response.body?.cancel();
    return {
      detail: `It answers (HTTP ${response.status}); only personal access tokens are tried.`,
    };
  }
  const response = await fetch(
    `${target}/_apis/projects?$top=1&api-version=6.0`,
    {
      headers: {
        authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}`,
      },
      // A token that is not taken is sent to a sign-in page.
      redirect: 'manual',
      signal,
    },
  );
  await readAnswer({
    response:
      response.status === 302 || response.status === 203
        ? new Response(null, { status: 401 })
        : response,
    what: 'Azure DevOps',
    configKey,
  });
  return {
    detail: `It takes the token for ${organisation}; when the token ends it does not tell.`,
  };
}
