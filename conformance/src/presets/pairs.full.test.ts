// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { shippedPresets } from '@callboard/cli/src/testing/shippedPresets';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { variablesFor } from '@callboard/cli/src/testing/variablesFor';
import { createPool } from './createPool';
import { expectNoGuest } from './probes/expectSignIn';
import { runProbe } from './probes/Probe';
import { startVendorProxy } from './standIns/startVendorProxy';
import { startPreset } from './startPreset';

jest.setTimeout(1_800_000);

/** A boot takes one processor for a few seconds. */
const AT_A_TIME = 2;

const sources = [
  [],
  ['github'],
  ['github-enterprise'],
  ['gitlab-scm'],
  ['azure'],
];
const identities = [
  ['github-auth'],
  ['ghe-auth'],
  ['gitlab'],
  ['azure-auth'],
  ['google'],
  ['okta'],
  ['keycloak'],
  ['ldap'],
  ['ldap', 'ldap-ad'],
  ['oidc'],
];
// A database that is not there is a reason not to start; the preset is booted by its probe.
const alone = shippedPresets()
  .filter(({ name }) => name !== 'postgres')
  .map(({ name, requires }) => [...requires.presets, name]);

const selections = new Map(
  [
    ...sources.flatMap(source =>
      identities.map(identity => [...source, ...identity]),
    ),
    ...alone,
  ].map(presets => [presets.join(','), presets]),
);
const pool = createPool(AT_A_TIME);
const boots = new Map<string, Promise<unknown>>();

beforeAll(() => {
  for (const [name, presets] of selections) {
    const boot = pool(() => bootOnExamples(presets));
    // Whoever waits for it gets the error.
    boot.catch(() => {});
    boots.set(name, boot);
  }
});

it.each([...selections.keys()])('%s boots', async name => {
  await expect(boots.get(name)).resolves.toBeUndefined();
});

/** The hosts of the examples cannot be reached: a portal starts while GitHub is down, too. */
async function bootOnExamples(presets: string[]) {
  await runProbe(async use => {
    const proxy = await use(startVendorProxy({}));
    const portal = await use(
      startPreset({
        presets,
        variables: { ...variablesFor(presets), ...proxy.env },
        isKnown: false,
      }),
    );

    const response = await fetch(
      `${portal.url}/.backstage/health/v1/readiness`,
    );
    expect(response.status).toBe(200);
    const isSignIn = shippedPresets().some(
      ({ name, signIn }) =>
        presets.includes(name) && signIn && signIn.provider !== 'guest',
    );
    if (isSignIn) {
      await expectNoGuest(portal);
    }
    // What goes wrong behind a portal that is ready may still end it.
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect(portal.status()).toBeUndefined();
  });
}
