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
import {
  fingerprintOf,
  type RootGithubService,
} from '@callboard/plugin-github-node';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { featureNeeds } from '../needs/featureNeeds';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { createQueue } from './createQueue';
import { rotateToken } from './rotateToken';

const rotation = z.strictObject({
  token: z
    .string('the second token is needed')
    .trim()
    .regex(/^[A-Za-z0-9_]{20,255}$/, 'it is no token of GitHub'),
  replaces: z
    .string()
    .regex(/^[0-9a-f]{8}$/i, 'it is no fingerprint: eight hexadecimal digits')
    .optional(),
});

/**
 * `POST /:host/rotate` takes a second token for a host, tests it, and switches to it. It needs `connections.manage`, and is in the audit log
 * as `connections.rotate`, with fingerprints only. Rotations of one host are made one after the other.
 */
export function createRotationRouter(options: {
  github: RootGithubService;
  config: Config;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  now: () => Date;
  needs?: FeatureNeed[];
}): express.Router {
  const { github, config, auditor, now, needs = featureNeeds } = options;
  const router = Router();
  const enqueue = createQueue();

  router.post(
    '/:host/rotate',
    jsonBody({ limit: '8kb' }),
    async (request, response) => {
      await requirePermission({
        ...options,
        to: 'manage',
        what: 'connections',
        request,
      });
      const { host } = request.params;
      const body = readInput({ schema: rotation, input: request.body });
      const result = await audited({
        auditor,
        eventId: 'rotate',
        severityLevel: 'high',
        request,
        meta: { host, fingerprint: fingerprintOf(body.token) },
        secrets: [body.token],
        async run() {
          const done = await enqueue(host.toLowerCase(), () =>
            rotateToken({ host, request: body, github, config, needs, now }),
          );
          const { fingerprint, replaces, owner, kept } = done;
          return { result: done, meta: { fingerprint, replaces, owner, kept } };
        },
      });
      response.set('cache-control', 'no-store').json(result);
    },
  );
  return router;
}
