import { type TestDatabases } from '@backstage/backend-test-utils';
import {
  fingerprintOf,
  type TokenCredential,
} from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
import { newSecret } from '@callboard/github-sandbox/src/access/newSecret';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { openManaging } from '../../__testUtils__/openManaging';

/** The least for files, people and teams. */
export const LEAST = ['repo', 'read:org', 'user:email'];
export const DAY = 24 * 60 * 60 * 1000;

export type TokenValues = NonNullable<
  Parameters<typeof issueToken>[0]['values']
>;

/** A portal with a token of olivia's, `first`, and ways to replace it. */
export async function openRotation(
  options: Partial<Parameters<typeof openManaging>[0]> & {
    databases: TestDatabases;
    first?: TokenValues;
  },
) {
  const { first: values = { scopes: LEAST }, ...rest } = options;
  const first = newSecret('classic');
  const scene = await openManaging({ entry: { token: first }, ...rest });
  const { sandbox, olivia } = scene.sandbox;
  const issue = (
    secret: string | undefined,
    kind: 'classic' | 'fineGrained',
    more: TokenValues,
  ) =>
    issueToken({
      sandbox,
      kind,
      secret,
      values: { userId: olivia.id, ...more },
    });
  const { token } = issue(first, 'classic', values);
  const tokens = () =>
    scene.github.credentials
      .hosts()
      .find(({ host }) => host === scene.host)!
      .credentials.filter((one): one is TokenCredential => one.kind === 'token')
      .map(one => one.token);
  const route = `/${encodeURIComponent(scene.host)}/rotate`;

  return {
    ...scene,
    first,
    /** The first one, as GitHub knows it. */
    token,
    route,
    tokens,
    /** A second token: of olivia's, good for 90 days, with the least, unless it is said. */
    another(
      more: TokenValues = {},
      kind: 'classic' | 'fineGrained' = 'classic',
    ) {
      const end = new Date(sandbox.clock.now().getTime() + 90 * DAY);
      return issue(undefined, kind, {
        scopes: kind === 'classic' ? LEAST : [],
        expiresAt: end.toISOString().replace(/\.\d+/, ''),
        ...more,
      }).secret;
    },
    rotate: (secret: string, more: object = {}) =>
      scene.post(route, { token: secret, ...more }),
    /** Whether nothing has changed. */
    isUnchanged: () =>
      tokens().map(fingerprintOf).join() === fingerprintOf(first) &&
      scene.github.stored.list().length === 0,
  };
}
