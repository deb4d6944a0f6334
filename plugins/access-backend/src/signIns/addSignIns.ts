import {
  accessManagePermission,
  accessReadPermission,
  type ExplainedSignInFailure,
  remediesFor,
  type SignInFailure,
} from '@callboard/plugin-access-common';
import { requirePermission } from '@callboard/plugin-connections-node';
import type { AccessContext } from '../AccessContext';
import { createUserList } from './createUserList';
import { nearUsers } from './nearUsers';
import { SignInTable } from './SignInTable';

/**
 * Keeps sign-ins that failed, records them in the audit log, and serves `GET /sign-ins` for operators and `GET /sign-ins/mine` for whoever is
 * signed in.
 */
export async function addSignIns(context: AccessContext): Promise<void> {
  const { auditor, httpAuth, logger, now, permissions, router } = context;
  const { scheduler, signInFailures } = context;
  const table = new SignInTable(context);
  const users = createUserList(context);

  const audit = async (failure: SignInFailure) => {
    const { reference, provider, kind, person, detail } = failure;
    const event = await auditor.createEvent({
      eventId: 'sign-in',
      severityLevel: 'medium',
      meta: {
        ...{ reference, provider, kind },
        ...(person?.subject && { subject: person.subject }),
        ...(person?.userName && { userName: person.userName }),
      },
    });
    await event.fail({ error: new Error(detail ?? kind) });
  };
  const explain = async ({ reference, kind, times, person }: SignInFailure) => {
    if (times > 1 || !person || kind === 'saml-sso') return;
    const near = nearUsers({ person, users: await users() });
    await table.keepNear({ reference, near });
  };

  signInFailures.connect({
    async save(failure) {
      if (failure.kind !== 'saml-sso') await audit(failure);
      await table.save(failure);
      await explain(failure).catch(error =>
        logger.warn('Users near a failed sign-in could not be found', error),
      );
    },
    remove: about => table.remove(about),
    list: options => table.list(options),
  });
  await scheduler.scheduleTask({
    id: 'access-prune-sign-ins',
    frequency: { hours: 6 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    fn: () => table.prune(),
  });

  router.get('/sign-ins', async (request, response) => {
    await requirePermission({
      ...{ httpAuth, permissions, request },
      to: 'read',
      what: 'who could not sign in',
      asks: { read: accessReadPermission, manage: accessManagePermission },
    });
    const failures: ExplainedSignInFailure[] = (await table.listAll()).map(
      failure => ({ ...failure, remedies: remediesFor(failure) }),
    );
    response.json({ failures, now: now().toISOString() });
  });

  router.get('/sign-ins/mine', async (request, response) => {
    const { principal } = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const notices = await table.notices(principal);
    response.json({
      notices: notices.map(({ reference, provider, links = [] }) => ({
        reference,
        provider,
        links,
      })),
    });
  });
}
