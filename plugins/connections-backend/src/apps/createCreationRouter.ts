import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  audited,
  jsonBody,
  readInput,
  requirePermission,
} from '@callboard/plugin-connections-node';
import type { RootGithubService } from '@callboard/plugin-github-node';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { featureNeeds } from '../needs/featureNeeds';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { beginCreation } from './beginCreation';
import { completeCreation } from './completeCreation';
import type { CreationStates } from './states/CreationStates';

const creation = z.strictObject({
  host: z.string().min(1, 'the host of a GitHub is needed').max(255),
  organization: z.string().max(100).optional(),
  name: z.string().max(255).optional(),
  features: z.array(z.string().max(100)).max(100).optional(),
  webhook: z.boolean().optional(),
});

const completion = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,255}$/, 'it is no code that GitHub sends'),
  state: z.string().regex(/^[A-Za-z0-9_-]{1,255}$/, 'it is no state'),
  keep: z.enum(['store', 'show'], 'it is neither store nor show'),
});

/**
 * `POST /apps` begins to create a GitHub App, `POST /apps/complete` ends it with what GitHub sent the browser back with. Both need
 * `connections.manage`, and both are in the audit log as `connections.app-create`.
 */
export function createCreationRouter(options: {
  github: RootGithubService;
  config: Config;
  states: CreationStates;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  now: () => Date;
  needs?: FeatureNeed[];
}): express.Router {
  const {
    github,
    config,
    states,
    auditor,
    now,
    needs = featureNeeds,
  } = options;
  const router = Router();
  const json = jsonBody({ limit: '16kb' });

  router.post('/apps', json, async (request, response) => {
    const { by: person } = await requirePermission({
      ...options,
      to: 'manage',
      what: 'connections',
      request,
    });
    const body = readInput({ schema: creation, input: request.body });
    const form = await audited({
      auditor,
      eventId: 'app-create',
      severityLevel: 'medium',
      request,
      meta: {
        step: 'begin',
        host: body.host,
        organization: body.organization ?? null,
      },
      async run() {
        const result = await beginCreation({
          request: body,
          person,
          github,
          config,
          needs,
          states,
          now,
        });
        return {
          result,
          meta: {
            permissions: result.permissions.map(
              ({ permission, level }) => `${permission}: ${level}`,
            ),
          },
        };
      },
    });
    response.json(form);
  });

  router.post('/apps/complete', json, async (request, response) => {
    const { by: person } = await requirePermission({
      ...options,
      to: 'manage',
      what: 'connections',
      request,
    });
    const body = readInput({ schema: completion, input: request.body });
    const done = await audited({
      auditor,
      eventId: 'app-create',
      severityLevel: 'high',
      request,
      meta: { step: 'complete', keep: body.keep },
      secrets: [body.code, body.state],
      async run() {
        const result = await completeCreation({
          request: body,
          person,
          github,
          config,
          states,
          now,
        });
        const { appId, slug, keep } = result;
        return { result, meta: { appId, slug, kept: keep } };
      },
    });
    response.set('cache-control', 'no-store').json(done);
  });

  return router;
}
