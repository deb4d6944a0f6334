import type { GithubCredentialsProvider } from '@backstage/integration';
import { runInScope } from '../scope/runInScope';
import type { GithubCredentials } from './GithubCredentials';

/** Our credentials in the form that Backstage's own packages take. Without a credential its `type` is `token`, as in Backstage's own provider. */
export function toProvider(options: {
  credentials: Pick<GithubCredentials, 'serve'>;
  pluginId: string;
}): GithubCredentialsProvider {
  const { credentials, pluginId } = options;
  return {
    async getCredentials({ url }) {
      const { kind, token } = await runInScope({ pluginId }, () =>
        credentials.serve({ url, pluginId }),
      );
      return {
        type: kind === 'app' ? 'app' : 'token',
        token,
        headers: token ? { Authorization: `Bearer ${token}` } : undefined,
      };
    },
  };
}
