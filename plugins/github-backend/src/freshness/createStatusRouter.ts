import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  audited,
  jsonBody,
  readInput,
  requirePermission,
} from '@callboard/plugin-connections-node';
import type { HeldPlan } from '@callboard/plugin-github-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { lowerKey } from '../store/lowerKey';
import type { GithubMirror } from '../sync/GithubMirror';
import type { PeopleView } from './PeopleView';
import { readStatus } from './readStatus';

const name = z
  .string('a text is needed')
  .trim()
  .min(1, 'it is empty')
  .max(300, 'it is longer than 300 characters');
const reconcileBody = z.strictObject(
  { host: name, organisation: name },
  'an object with host and organisation is needed',
);

/**
 * How mirroring does, and what operators may do about it: `GET /status`, `POST /held/:id/accept`, `POST /reconcile`. Reading takes
 * `connections.read`, the rest `connections.manage`; services may read too.
 */
export function createStatusRouter(options: {
  mirror: Pick<GithubMirror, 'status' | 'accept' | 'reconcile'>;
  people?: PeopleView;
  targetLagMs: number;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
}): express.Router {
  const { mirror, people, auditor } = options;
  const router = Router();
  const json = jsonBody({ limit: '16kb' });

  router.get('/status', async (request, response) => {
    await requirePermission({
      ...options,
      to: 'read',
      what: 'how GitHub is mirrored',
      request,
    });
    response.json(await readStatus(options));
  });

  router.post('/held/:id/accept', async (request, response) => {
    const { by } = await requirePermission({
      ...options,
      to: 'manage',
      what: 'how GitHub is mirrored',
      request,
    });
    const planId = request.params.id;
    const plan = await audited({
      ...{ auditor, request },
      eventId: 'held-accept',
      severityLevel: 'high',
      meta: { planId, by },
      run: async () => {
        const result = await accept({ mirror, people, planId, by });
        const { what, remove, of } = result;
        return { result, meta: { what, remove, of } };
      },
    });
    response.json(plan);
  });

  router.post('/reconcile', json, async (request, response) => {
    const { by } = await requirePermission({
      ...options,
      to: 'manage',
      what: 'how GitHub is mirrored',
      request,
    });
    const asked = readInput({ schema: reconcileBody, input: request.body });
    await audited({
      ...{ auditor, request },
      eventId: 'reconcile',
      severityLevel: 'medium',
      meta: { ...asked, by },
      run: async () => ({ result: await reconcile({ ...options, asked, by }) }),
    });
    response.status(202).json({});
  });

  return router;
}

/** Ids do not say whose plan it is, and those of repositories come first. */
async function accept(options: {
  mirror: Pick<GithubMirror, 'accept'>;
  people?: Pick<PeopleView, 'accept'>;
  planId: string;
  by: string;
}): Promise<HeldPlan> {
  const { mirror, people, planId, by } = options;
  for (const holder of [mirror, people]) {
    try {
      if (holder) return await holder.accept({ planId, by });
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') throw error;
    }
  }
  throw new NotFoundError(
    'These removals are not held any more: somebody has accepted them, or a later run has shown something else. Look at the list again.',
  );
}

async function reconcile(options: {
  mirror: Pick<GithubMirror, 'status' | 'reconcile'>;
  people?: PeopleView;
  targetLagMs: number;
  logger: LoggerService;
  asked: { host: string; organisation: string };
  by: string;
}): Promise<void> {
  const { mirror, people, logger, asked, by } = options;
  const same = (one: string, other: string) =>
    lowerKey(one) === lowerKey(other);
  const known = (await readStatus(options)).find(
    ({ host, organisation }) =>
      same(host, asked.host) && same(organisation, asked.organisation),
  );
  if (!known) {
    throw new NotFoundError(
      `No organisation of this name is mirrored from this host. Organisations are named below catalog.providers.github and catalog.providers.githubOrg.`,
    );
  }
  const { host, organisation, sources } = known;
  const reason = `${by} asked for it`;
  if (sources.length > 0) {
    await mirror.reconcile({ host, organisation, reason });
  }
  // Reading all people takes seconds, and how it went shows in the status.
  people
    ?.reconcile({ host, organisation, reason })
    .catch(error =>
      logger.warn(
        `The people of ${organisation} at ${host} could not be read: ${error}`,
      ),
    );
}
