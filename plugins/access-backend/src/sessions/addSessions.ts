import { InputError } from '@backstage/errors';
import {
  accessManagePermission,
  accessReadPermission,
  type SessionsAnswer,
} from '@callboard/plugin-access-common';
import { readUserToken } from '@callboard/plugin-access-node';
import {
  audited,
  jsonBody,
  readInput,
  requirePermission,
} from '@callboard/plugin-connections-node';
import type { Request } from 'express';
import { z } from 'zod';
import type { AccessContext } from '../AccessContext';
import { normalUserRef } from './normalUserRef';
import { startSessions } from './startSessions';

const revokeSchema = z.strictObject({
  userEntityRef: z.string().min(1).max(380),
});

/** Serves `/sessions`, and keeps what the plugins of this process know of sessions. */
export async function addSessions(context: AccessContext): Promise<void> {
  const { auditor, httpAuth, permissions, router } = context;
  const { people, revocations, held, readNow } = startSessions(context);
  const json = jsonBody({ limit: '10kb' });
  const ask = (to: 'read' | 'manage', request: Request) =>
    requirePermission({
      ...{ to, request, httpAuth, permissions },
      what: 'sessions',
      asks: { read: accessReadPermission, manage: accessManagePermission },
    });

  router.get('/sessions', async (request, response) => {
    const { mayManage } = await ask('read', request);
    const away = new Set(held());
    const answer: SessionsAnswer = {
      people: (await people.list()).map(({ userEntityRef, lastSeenAt }) => ({
        userEntityRef,
        lastSeenAt: new Date(lastSeenAt * 1000).toISOString(),
        isHeld: away.has(userEntityRef),
      })),
      mayManage,
    };
    response.json(answer);
  });

  router.post('/sessions/revoke', json, async (request, response) => {
    const { by } = await ask('manage', request);
    const input = readInput({ schema: revokeSchema, input: request.body });
    const userEntityRef = normalUserRef(input.userEntityRef);
    await audited({
      ...{ auditor, request },
      eventId: 'sessions-revoke',
      severityLevel: 'high',
      meta: { userEntityRef, by },
      run: async () => {
        const known = await people.find({ userEntityRef });
        await revocations.endPerson({
          ...{ userEntityRef, by },
          reason: 'Ended by an operator',
          lastIssuedAt: known?.lastIssuedAt,
        });
        await people.remove({ userEntityRef });
        await readNow();
        return { result: undefined };
      },
    });
    response.status(204).end();
  });

  router.post('/sessions/end', async (request, response) => {
    const { principal } = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const token = readUserToken(
      request.headers.authorization?.replace(/^Bearer +/i, '') ?? '',
    );
    if (!token || principal.actor) {
      throw new InputError(
        'Only the session whose token is sent can be ended here',
      );
    }
    await revocations.endToken({ ...token, reason: 'signed out' });
    await readNow();
    response.status(204).end();
  });
}
