import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import { inspectSystems } from '@callboard/plugin-connections-backend';
import { testAuthority } from '../../presets/standIns/testAuthority';

/** When the tests are, unless they say otherwise. */
const NOW = new Date('2026-11-26T10:00:00Z');

/** What a portal finds of the systems of its configuration. Trusts the stand-ins for them, and closes those that a test opened. */
export function openSystems(options: { now?: () => Date } = {}) {
  const { now = () => NOW } = options;
  const closers: (() => Promise<unknown>)[] = [];
  return {
    trust: async () => (await testAuthority()).trust(),
    inspect: async (data: JsonObject) =>
      inspectSystems({
        context: { config: mockServices.rootConfig({ data }), fetch, now },
      }),
    /** Has a server closed by `close`. */
    opened<T extends { close(): Promise<unknown> }>(server: T): T {
      closers.push(() => server.close());
      return server;
    },
    async close() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}
