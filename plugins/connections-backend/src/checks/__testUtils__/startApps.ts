import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';

/** A sandbox, and portals that its App is configured for. What is opened is closed by `stop`. */
export async function startApps() {
  const inspections = await startInspections();
  const { host, sandbox } = inspections;
  return {
    ...inspections,
    /** Of the App, as checks name it. */
    id: `app:${host}:${sandbox.app.id}`,
    withApp: (more: { app?: JsonObject; config?: JsonObject } = {}) =>
      inspections.open({ apps: [inspections.app(more.app)] }, more),
    /** A configuration that finds repositories of these owners. */
    discovery: (...owners: string[]): JsonObject => ({
      catalog: {
        providers: {
          github: Object.fromEntries(
            owners.map(organization => [organization, { host, organization }]),
          ),
        },
      },
    }),
    /** A token of olivia, who owns acme. */
    tokenOf: (scopes: string[]) =>
      inspections.token({ userId: sandbox.olivia.id, scopes }),
  };
}
