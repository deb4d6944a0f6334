import { signIn } from '../signIn';
import type { VendorProxy } from '../standIns/startVendorProxy';
import type { RunningPreset } from '../startPreset';
import { eventually } from './eventually';

/** Signs in as a browser does, and makes sure of who that is: right away, after a reload of the page, and for the portal's API. */
export async function expectSignIn(
  portal: RunningPreset,
  options: {
    provider: string;
    /** Refs that the person owns things as; the first is the user. */
    owns: string[];
    proxy?: VendorProxy;
  },
): Promise<void> {
  const { provider, owns, proxy } = options;
  // A user and the groups around it do not come at the same moment.
  const { first, refreshed } = await eventually(async () => {
    const answers = await signIn({ portalUrl: portal.url, provider, proxy });
    expect(answers.first.backstageIdentity?.identity).toMatchObject({
      userEntityRef: owns[0],
      ownershipEntityRefs: expect.arrayContaining(owns),
    });
    return answers;
  });
  expect(refreshed.backstageIdentity?.identity).toEqual(
    first.backstageIdentity?.identity,
  );
  const info = await portal.ask('/api/auth/v1/userinfo', {
    headers: { authorization: `Bearer ${first.backstageIdentity?.token}` },
  });
  expect(info.claims.sub).toBe(owns[0]);
  await expectNoGuest(portal);
}

/** Where people sign in, nobody is a guest. */
export async function expectNoGuest(portal: { url: string }): Promise<void> {
  const response = await fetch(`${portal.url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  expect(response.status).toBe(404);
}
