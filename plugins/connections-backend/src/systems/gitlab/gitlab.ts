import { readAnswer } from '../readAnswer';
import { sourceEntries } from '../sourceEntries';
import type { FindSystems, ProbeOptions, Probed } from '../System';

/** GitLab servers. What the token is tells `GET /personal_access_tokens/self`, for tokens of groups and projects, too. */
export const gitlab: FindSystems = ({ config }) =>
  sourceEntries({ config, integration: 'gitlab', type: 'gitlab' }).map(
    ({ host = 'gitlab.com', apiBaseUrl, configKey, credentials }) => {
      const target = apiBaseUrl ?? `https://${host}/api/v4`;
      const token = credentials
        .map(each => each.getOptionalString('token')?.trim())
        .find(Boolean);
      return {
        id: `gitlab:${host}`,
        kind: 'gitlab',
        title: `GitLab at ${host}`,
        target,
        configKey,
        credential: { type: token ? 'access token' : 'none' },
        carries: () => token,
        probe: options => probe({ ...options, target, token, configKey }),
      };
    },
  );

interface TokenOfItself {
  name: string;
  scopes: string[];
  active: boolean;
  revoked: boolean;
  /** A day, in UTC. */
  expires_at: string | null;
}

/** https://docs.gitlab.com/api/personal_access_tokens/#self-inform */
async function probe(
  options: ProbeOptions & {
    target: string;
    token: string | undefined;
    configKey: string;
  },
): Promise<Probed> {
  const { fetch, signal, target, token, configKey } = options;
  if (!token) {
    const response = await fetch(`${target}/projects?per_page=1`, { signal });
    await readAnswer({ response, what: 'GitLab', configKey });
    return { detail: 'It answers without a credential.' };
  }
  const response = await fetch(`${target}/personal_access_tokens/self`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  const self = await readAnswer<TokenOfItself>({
    response,
    what: 'GitLab',
    configKey: `${configKey}.token`,
  });
  return {
    detail: `It takes the token "${self.name}" (${self.scopes.join(', ')}).`,
    ...(self.expires_at && {
      expiresAt: new Date(self.expires_at).toISOString(),
    }),
  };
}
