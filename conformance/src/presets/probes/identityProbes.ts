import { identityProviders } from '../identities/identityProviders';
import type { PrepareIdentity } from '../identities/IdentitySetup';
import { sourceHosts } from '../identities/sourceHosts';
import { startPreset } from '../startPreset';
import { expectEntities } from './expectEntities';
import { expectSignIn } from './expectSignIn';
import type { Probe } from './Probe';

/** The people arrive, and one of them signs in. */
const probe =
  (prepare: PrepareIdentity): Probe =>
  async use => {
    const setup = await prepare(use);
    const portal = await use(startPreset(setup));

    await expectEntities(portal, setup.arrive, setup.absent);
    await expectSignIn(portal, setup);
    expect(setup.unknown).toEqual([]);
    expect(setup.proxy?.refused ?? []).toEqual([]);
  };

export const identityProbes: Record<string, Probe> = Object.fromEntries(
  Object.entries({ ...sourceHosts, ...identityProviders }).map(
    ([name, prepare]) => [name, probe(prepare)],
  ),
);
