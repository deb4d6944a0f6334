import { NotAllowedError } from '@backstage/errors';
import type {
  AdministratorOutcome,
  AdministratorState,
} from '@callboard/plugin-access-common';
import {
  audited,
  jsonBody,
  readInput,
} from '@callboard/plugin-connections-node';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { Request } from 'express';
import { z } from 'zod';
import type { AccessContext } from '../AccessContext';
import { administratorsOf } from '../permissions/administratingRoles';
import { noExplainer } from '../permissions/explain';
import { findPerson } from '../permissions/findPerson';
import { PERMISSIONS_COMMAND } from '../permissions/requireRolesKeeper';
import { RoleStore } from '../permissions/RoleStore';
import { AdministratorLinks } from './AdministratorLinks';
import { createAttempts } from './createAttempts';

/** What the command that asks for a link is told. */
type AdministratorLink =
  | { outcome: 'made'; token: string; expiresAt: string }
  | { outcome: 'taken'; administrators: { member: string; role: string }[] };

const body = z.strictObject({ token: z.string().min(1).max(200) });

/** How a portal that has no administrator gets its first one: `/administrator`. */
export async function addAdministrators(
  context: Omit<AccessContext, 'roleMembers'> & {
    /** As `addPermissions` has it: an older reading must not replace a newer one. */
    refreshRoles(): Promise<void>;
  },
): Promise<void> {
  const { auditor, auth, explainers, httpAuth, now, router } = context;
  const { knex, refreshRoles } = context;
  const store = new RoleStore({ knex });
  const links = new AdministratorLinks({ knex, now });
  const attempts = createAttempts({ most: 10, windowMs: 600_000, now });

  /** With what the database has at this moment: another replica may have an administrator since. */
  async function administrators() {
    const explainer = explainers.current();
    if (!explainer) throw noExplainer();
    await refreshRoles();
    return { explainer, all: administratorsOf(explainer) };
  }

  router.get('/administrator', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const user = toRef(credentials.principal.userEntityRef);
    const { explainer, all } = await administrators();
    const answer: AdministratorState = {
      state: await stateOf({ user, explainer, all }),
    };
    response.json(answer);
  });

  async function stateOf(
    options: {
      user: string;
    } & Awaited<ReturnType<typeof administrators>>,
  ): Promise<AdministratorState['state']> {
    const { user, explainer, all } = options;
    if (explainer.isGuest(user)) return 'guest';
    if (all.length === 0) return 'open';
    const { ownershipEntityRefs } = await findPerson({
      userEntityRef: user,
      context,
    });
    return all.some(({ member }) => ownershipEntityRefs.includes(member))
      ? 'yours'
      : 'taken';
  }

  router.post(
    '/administrator',
    jsonBody({ limit: '2kb' }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { token } = readInput({ schema: body, input: request.body });
      const user = toRef(credentials.principal.userEntityRef);
      if (!attempts.begin(user)) {
        response
          .status(429)
          .set('retry-after', '600')
          .json({
            error: {
              name: 'TooManyRequests',
              message: 'Too many links were tried. Wait ten minutes.',
            },
          });
        return;
      }
      const outcome = await audited<AdministratorOutcome['outcome']>({
        ...{ auditor, request },
        eventId: 'administrator-claim',
        severityLevel: 'critical',
        meta: { user },
        secrets: [token],
        run: async () => {
          const result = await claim({ user, token });
          return { result, meta: { outcome: result } };
        },
      });
      const answer: AdministratorOutcome = { outcome };
      response.json(answer);
    },
  );

  async function claim(options: {
    user: string;
    token: string;
  }): Promise<AdministratorOutcome['outcome']> {
    const { user, token } = options;
    const { explainer, all } = await administrators();
    if (explainer.isGuest(user)) {
      throw new NotAllowedError(
        'A guest cannot administer the portal: sign in with an account',
      );
    }
    if (all.length > 0) {
      await links.forget();
      return 'taken';
    }
    const used = await links.use(token);
    if (used !== 'used') return used;
    await store.add({
      role: 'admin',
      member: user,
      assignedBy: 'the link for the first administrator',
      assignedAt: now().toISOString(),
    });
    await administrators();
    return 'done';
  }

  router.get('/administrator/link', async (request, response) => {
    await requireCommand(request);
    const { all } = await administrators();
    response.json({ outcome: all.length > 0 ? 'taken' : 'open' });
  });

  router.post('/administrator/link', async (request, response) => {
    await requireCommand(request);
    const answer = await audited<AdministratorLink>({
      ...{ auditor, request },
      eventId: 'administrator-link',
      severityLevel: 'high',
      meta: { by: PERMISSIONS_COMMAND },
      run: async () => {
        const result = await makeLink();
        // Of a link that was made only until when it is good: the token is a secret.
        return {
          result,
          meta:
            result.outcome === 'made'
              ? { outcome: 'made', expiresAt: result.expiresAt }
              : { outcome: 'taken' },
        };
      },
    });
    response.set('cache-control', 'no-store').json(answer);
  });

  /** Throws `AuthenticationError` or `NotAllowedError`. */
  async function requireCommand(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    const isCommand =
      auth.isPrincipal(credentials, 'service') &&
      `service:${credentials.principal.subject}` === PERMISSIONS_COMMAND;
    if (!isCommand) {
      throw new NotAllowedError(
        'The link for the first administrator is for whoever runs the portal: callboard permissions administrator',
      );
    }
  }

  async function makeLink(): Promise<AdministratorLink> {
    const { all } = await administrators();
    if (all.length > 0) {
      await links.forget();
      return { outcome: 'taken', administrators: all };
    }
    const { token, expiresAt } = await links.make();
    return { outcome: 'made', token, expiresAt: expiresAt.toISOString() };
  }
}

function toRef(userEntityRef: string): string {
  return stringifyEntityRef(parseEntityRef(userEntityRef));
}
