import { randomUUID } from 'node:crypto';
import {
  createOAuthAuthenticator,
  type PassportProfile,
} from '@backstage/plugin-auth-node';

/** A way to sign in of which a code and a refresh token are good once, as with strict providers. The code is the name of the person. */
export function createRotatingProvider() {
  const names = new Map<string, string>();
  const usedCodes = new Set<string>();
  let refreshes = 0;
  let held: Promise<unknown> | undefined;
  let reached = () => {};
  const issue = (name: string) => {
    const refreshToken = randomUUID();
    names.set(refreshToken, name);
    return {
      fullProfile: { provider: 'test', id: name, displayName: name },
      session: {
        accessToken: 'of-the-provider',
        tokenType: 'bearer',
        scope: '',
        refreshToken,
      },
    };
  };
  return {
    refreshes: () => refreshes,
    /** Does something after the provider was asked, and before it answers. @returns the answer */
    async whileRefreshing<T>(options: {
      refresh(): PromiseLike<T>;
      meanwhile(): PromiseLike<unknown>;
    }): Promise<T> {
      const asked = new Promise<void>(resolve => {
        reached = resolve;
      });
      held = asked.then(options.meanwhile);
      const [answer] = await Promise.all([options.refresh(), held]);
      held = undefined;
      return answer;
    },
    authenticator: createOAuthAuthenticator<{}, PassportProfile>({
      defaultProfileTransform: async () => ({ profile: {} }),
      initialize: () => ({}),
      start: async ({ state }) => ({
        url: `http://provider.test/authorize?state=${state}`,
      }),
      async authenticate({ req }) {
        const code = String(req.query.code);
        if (usedCodes.has(code)) throw new Error('The code was used before');
        usedCodes.add(code);
        return issue(code.split(':')[0]);
      },
      async refresh({ refreshToken }) {
        refreshes++;
        const name = names.get(refreshToken);
        if (!name) throw new Error('invalid_grant');
        names.delete(refreshToken);
        reached();
        await held;
        return issue(name);
      },
    }),
  };
}
