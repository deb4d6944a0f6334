import type { JsonObject } from '@backstage/types';
import { createFakeTime } from '../../budget/__testUtils__/createFakeTime';
import { createRequestBudget } from '../../budget/createRequestBudget';
import { startCredentials } from '../../credentials/__testUtils__/startCredentials';
import { createGithubMatcher } from '../../outgoing/createGithubMatcher';
import { installOutgoingHooks } from '../../outgoing/installOutgoingHooks';
import { createRequestTrace } from '../../trace/createRequestTrace';
import type { ClientOptions } from '../ClientOptions';
import { createGithubClient } from '../createGithubClient';

/** Clients for a sandbox with the App installed on `acme` and Oscar's token for the rest. Nothing waits in real time. */
export async function openClients(
  options: { entry?: (app: JsonObject, token: string) => JsonObject } = {},
) {
  const { entry = (app, token) => ({ apps: [app], token }) } = options;
  const started = await startCredentials();
  const { sandbox } = started;
  const { credentials, stored, setConfig } = started.create(
    started.integrations(entry(started.app(), sandbox.tokens.oscar)),
  );
  const time = createFakeTime();
  const budget = createRequestBudget(time);
  const trace = createRequestTrace(time);
  const uninstall = installOutgoingHooks({
    isGithub: createGithubMatcher({ hosts: credentials.hosts }),
    trace,
    budget,
    credentials,
  });
  const slept: number[] = [];
  return {
    ...started,
    credentials,
    stored,
    setConfig,
    budget,
    trace,
    time,
    /** How long the client waited between tries, in milliseconds. */
    slept,
    client: (path: string, more: Partial<ClientOptions> = {}) =>
      createGithubClient({
        options: { url: started.urlOf(path), ...more },
        pluginId: 'catalog',
        credentials,
        budget,
        trace,
        waiting: {
          now: () => time.now().getTime(),
          random: () => 0.5,
          async sleep(ms, signal) {
            signal?.throwIfAborted();
            slept.push(ms);
          },
        },
      }),
    /** Of what the client has asked, oldest first. */
    entries: () =>
      trace
        .list()
        .filter(({ path }) => !/\/app(\/|$)/.test(path))
        .reverse(),
    async stop() {
      await started.settled();
      uninstall();
      await started.stop();
    },
  };
}
