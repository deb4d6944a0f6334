import type { GithubService } from '@callboard/plugin-github-node';
import { createFactCache } from './createFactCache';
import type { EnterpriseFacts } from './EnterpriseFacts';
import { readHooksFact } from './readHooksFact';
import { readHostFacts } from './readHostFacts';
import { readSamlFact } from './readSamlFact';

/** Finds out facts with one request an hour for each GitHub and one or two for each organisation, however many entities there are. */
export function createEnterpriseFacts(options: {
  github: Pick<GithubService, 'client'>;
  now: () => Date;
}): (repository: {
  host: string;
  owner: string;
  url: string;
}) => Promise<EnterpriseFacts> {
  const { github, now } = options;
  const hosts = createFactCache<{ version?: string; saml?: boolean }>({ now });
  const flags = createFactCache<boolean>({ now });

  return async ({ host, owner, url }) => {
    const connect = () =>
      github.client({ url, priority: 'background', retries: 1 });
    const { version, saml } =
      (await hosts(host, async () => readHostFacts(await connect()))) ?? {};
    const about = `${host}/${owner}`.toLowerCase();
    if (!version) {
      return {
        saml: await flags(`saml ${about}`, async () =>
          readSamlFact({ client: await connect(), organisation: owner }),
        ),
      };
    }
    return {
      version,
      saml,
      preReceiveHooks: await flags(`hooks ${about}`, async () =>
        readHooksFact({ client: await connect(), organisation: owner }),
      ),
    };
  };
}
