import { NotFoundError } from '@backstage/errors';
import type {
  Explanation,
  KnownPermission,
  RolesOverview,
} from '@callboard/plugin-access-common';
import {
  audited,
  jsonBody,
  readInput,
} from '@callboard/plugin-connections-node';
import { z } from 'zod';
import type { AccessContext } from '../AccessContext';
import { checkAssignment } from './checkAssignment';
import { checkMember } from './checkMember';
import { checkRemoval } from './checkRemoval';
import { createKnownPermissions } from './createKnownPermissions';
import { explain, noExplainer } from './explain';
import { followRoleMembers } from './followRoleMembers';
import { refuseUnknown } from './refuseUnknown';
import { requireRolesKeeper } from './requireRolesKeeper';
import { RoleStore } from './RoleStore';
import { toKnownPermission } from './toKnownPermission';
import { unknownPatterns } from './unknownPatterns';
import { warnOfPatterns } from './warnOfPatterns';
import { watchRoles } from './watchRoles';

const text = z
  .string('a text is needed')
  .trim()
  .min(1, 'it is empty')
  .max(500, 'it is too long');
const memberBody = z.strictObject({ role: text, member: text });
const questionBody = z.strictObject({
  user: text,
  permission: text,
  entity: text.optional(),
});

/** Who has which role, and why something is allowed or not: `/roles` and `/permissions`. */
export async function addPermissions(context: AccessContext): Promise<{
  /** Has the process decide by what the database has now. */
  refreshRoles(): Promise<void>;
}> {
  const { auditor, explainers, knex, now, roleMembers, router } = context;
  const store = new RoleStore({ knex });
  const { refresh } = await followRoleMembers({
    ...context,
    store,
    members: roleMembers,
  });
  watchRoles({ ...context, store, refresh });
  const known = createKnownPermissions(context);
  const explainer = () => {
    const current = explainers.current();
    if (!current) throw noExplainer();
    return current;
  };
  warnOfPatterns({ ...context, known });
  const json = jsonBody({ limit: '20kb' });

  router.get('/roles', async (request, response) => {
    const { mayManage } = await requireRolesKeeper({
      to: 'read',
      request,
      context,
    });
    const { permissions, isWhole } = await known();
    const roles = explainer().roles();
    const overview: RolesOverview = {
      roles,
      orphaned: roleMembers
        .current()
        .filter(({ role }) => roles.every(({ name }) => name !== role)),
      unknownPermissions: isWhole
        ? unknownPatterns({
            patterns: explainer().patterns(),
            known: permissions.keys(),
          })
        : [],
      mayManage,
    };
    response.json(overview);
  });

  router.post('/roles/members', json, async (request, response) => {
    const { by } = await requireRolesKeeper({ to: 'manage', request, context });
    const asked = readInput({ schema: memberBody, input: request.body });
    const names = explainer()
      .roles()
      .map(({ name }) => name);
    if (!names.includes(asked.role)) {
      throw refuseUnknown({ what: 'role', name: asked.role, known: names });
    }
    const member = await checkMember({
      text: asked.member,
      explainer: explainer(),
      context,
    });
    const { role } = asked;
    await audited({
      ...{ auditor, request },
      eventId: 'role-assign',
      severityLevel: 'high',
      meta: { role, member, by },
      run: async () => {
        await checkAssignment({
          ...{ role, member, by, context },
          explainer: explainer(),
        });
        await store.add({
          ...{ role, member },
          assignedBy: by,
          assignedAt: now().toISOString(),
        });
        await refresh();
        return { result: undefined };
      },
    });
    response.status(204).end();
  });

  router.post('/roles/members/remove', json, async (request, response) => {
    const { by } = await requireRolesKeeper({ to: 'manage', request, context });
    const { role, member } = readInput({
      schema: memberBody,
      input: request.body,
    });
    await audited({
      ...{ auditor, request },
      eventId: 'role-remove',
      severityLevel: 'high',
      meta: { role, member, by },
      run: async () => {
        // What another replica has changed a moment ago counts too.
        await refresh();
        await checkRemoval({
          role,
          member,
          by,
          explainer: explainer(),
          context,
        });
        if (!(await store.remove({ role, member }))) {
          throw new NotFoundError(
            `${member} was not given the role ${role} here. What the configuration says is changed there.`,
          );
        }
        await refresh();
        return { result: undefined };
      },
    });
    response.status(204).end();
  });

  router.get('/permissions', async (request, response) => {
    await requireRolesKeeper({ to: 'read', request, context });
    const items: KnownPermission[] = [...(await known()).permissions.values()]
      .map(toKnownPermission)
      .sort((a, b) => a.name.localeCompare(b.name));
    response.json({ items });
  });

  router.post('/permissions/explain', json, async (request, response) => {
    await requireRolesKeeper({ to: 'read', request, context });
    const question = readInput({ schema: questionBody, input: request.body });
    const explanation: Explanation = await explain({
      request: question,
      explainer: explainer(),
      known: (await known()).permissions,
      context,
    });
    response.json(explanation);
  });

  return { refreshRoles: refresh };
}
