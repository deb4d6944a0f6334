// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
import { testAuthority } from '../standIns/testAuthority';

const CLIENT = { clientId: 'portal', clientSecret: 'portal-secret' };

/** A client of the portal as it is registered with a vendor, and where the portal therefore has to listen. */
export async function prepareClient(provider: string): Promise<{
  port: number;
  /** The certificate authority of the stand-ins. */
  caFile: string;
  client: { clientId: string; clientSecret: string; redirectUri: string };
}> {
  const port = await freePort();
  return {
    port,
    caFile: (await testAuthority()).caFile,
    client: {
      ...CLIENT,
      redirectUri: `http://localhost:${port}/api/auth/${provider}/handler/frame`,
    },
  };
}
