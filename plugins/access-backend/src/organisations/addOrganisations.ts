import {
  accessManagePermission,
  accessReadPermission,
  type OrganisationData,
} from '@callboard/plugin-access-common';
import { audited, requirePermission } from '@callboard/plugin-connections-node';
import type { AccessContext } from '../AccessContext';
import { createSyncStore } from './createSyncStore';
import { describeSources, type SourceParts } from './describeSources';
import { recordSyncs } from './recordSyncs';
import { syncSource } from './syncSource';

const ASKS = { read: accessReadPermission, manage: accessManagePermission };
const WHAT = 'where users and groups come from';

/** Writes down what sources of users and groups do on this replica, and serves `/organisations`. */
export async function addOrganisations(context: AccessContext): Promise<void> {
  const { auditor, httpAuth, lifecycle, permissions, router } = context;
  const store = createSyncStore({ knex: context.knex });
  const parts: SourceParts = { ...context, store };

  const recording = recordSyncs({ ...context, store });
  // What a portal that stops interrupts is no failure.
  lifecycle.addShutdownHook(() => recording.stop());

  router.get('/organisations', async (request, response) => {
    const { mayManage } = await requirePermission({
      ...{ httpAuth, permissions, request },
      to: 'read',
      what: WHAT,
      asks: ASKS,
    });
    await recording.settled();
    const described = await describeSources(parts);
    const answer: OrganisationData = {
      sources: described.map(({ source }) => source),
      mayManage,
    };
    response.json(answer);
  });

  router.post('/organisations/:id/sync', async (request, response) => {
    const { by } = await requirePermission({
      ...{ httpAuth, permissions, request },
      to: 'manage',
      what: WHAT,
      asks: ASKS,
    });
    const { id } = request.params;
    await audited({
      ...{ auditor, request },
      eventId: 'organisation-sync',
      severityLevel: 'medium',
      meta: { source: id, by },
      run: async () => ({ result: await syncSource({ ...parts, id }) }),
    });
    response.status(202).json({});
  });
}
