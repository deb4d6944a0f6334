import { ProblemsError } from '../problems/ProblemsError';
import type { ImportPortal } from './portal/ImportPortal';

/** As asked, else the only one that the portal mirrors. Throws a `ProblemsError` where that is not clear. */
export async function chooseOrganisation(options: {
  portal: Pick<ImportPortal, 'organisations'>;
  host?: string;
  organisation?: string;
}): Promise<{ host?: string; organisation: string }> {
  const { portal, host, organisation } = options;
  if (organisation) return { host, organisation };
  const mirrored = (await portal.organisations()).filter(
    one => host === undefined || one.host.toLowerCase() === host.toLowerCase(),
  );
  const [only, ...more] = mirrored;
  if (!only || more.length > 0) {
    throw new ProblemsError(
      [
        {
          problem: only
            ? `the portal mirrors ${mirrored.length} organisations`
            : 'the portal mirrors no organisation',
          where: 'ORGANISATION and --host',
          remedy: only
            ? `name one: ${mirrored
                .map(one => `${one.organisation} on ${one.host}`)
                .join(', ')}`
            : 'name one',
        },
      ],
      { isUsage: true },
    );
  }
  return { host: only.host, organisation: only.organisation };
}
