import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  audited,
  jsonBody,
  readInput,
  requirePermission,
} from '@callboard/plugin-connections-node';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { Imports } from './Imports';

const MOST_REPOSITORIES = 20_000;

const planBody = z.strictObject(
  {
    host: z.string('it is no text').min(1, 'it is empty').max(300).optional(),
    organisation: z
      .string('the login of an organisation is needed')
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})$/,
        'it is no login of GitHub',
      ),
  },
  'an object with organisation is needed',
);
const applyBody = z.strictObject(
  {
    mode: z.enum(
      ['register', 'pull-request'],
      'it is neither register nor pull-request',
    ),
    repositories: z
      .array(
        z
          .string('it is no text')
          .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'it is not OWNER/NAME'),
        'it is no list',
      )
      .max(MOST_REPOSITORIES, `they are more than ${MOST_REPOSITORIES}`)
      .optional(),
  },
  'an object with mode is needed',
);
const findQuery = z.strictObject({
  items: z.enum(['true', 'false'], 'it is neither true nor false').optional(),
});

/**
 * `POST /imports` makes a plan, `GET /imports` lists them, `GET /imports/:id` shows one (`?items=false`: without its repositories),
 * `POST /imports/:id/apply` begins or goes on, `POST /imports/:id/pause` stops. All of it takes `connections.manage`; what changes something
 * is in the audit log.
 */
export function createImportRouter(options: {
  imports: Imports;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): express.Router {
  const { imports, auditor } = options;
  const router = Router();
  const manager = (request: express.Request<any, any, any, any>) =>
    requirePermission({
      ...options,
      to: 'manage',
      what: 'how GitHub is mirrored',
      request,
    });

  router.post(
    '/imports',
    jsonBody({ limit: '16kb' }),
    async (request, response) => {
      const { by } = await manager(request);
      const asked = readInput({ schema: planBody, input: request.body });
      const run = await audited({
        ...{ auditor, request },
        eventId: 'import-plan',
        severityLevel: 'low',
        meta: { ...asked, by },
        run: async () => {
          const result = await imports.plan({ ...asked, by });
          return { result, meta: { id: result.id } };
        },
      });
      response.status(202).json(run);
    },
  );

  router.get('/imports', async (request, response) => {
    await manager(request);
    response.json(await imports.list());
  });

  router.get('/imports/:id', async (request, response) => {
    await manager(request);
    const { items } = readInput({
      schema: findQuery,
      input: request.query,
      what: 'the query',
    });
    const { id } = request.params;
    response.json(await imports.get({ id, items: items !== 'false' }));
  });

  router.post(
    '/imports/:id/apply',
    jsonBody({ limit: '4mb' }),
    async (request, response) => {
      const { by } = await manager(request);
      const asked = readInput({ schema: applyBody, input: request.body });
      const { id } = request.params;
      const run = await audited({
        ...{ auditor, request },
        eventId: 'import-apply',
        severityLevel: 'medium',
        meta: { id, mode: asked.mode, by },
        run: async () => {
          const result = await imports.apply({ id, ...asked });
          const { host, organisation, total } = result;
          return { result, meta: { host, organisation, total } };
        },
      });
      response.status(202).json(run);
    },
  );

  router.post('/imports/:id/pause', async (request, response) => {
    const { by } = await manager(request);
    const { id } = request.params;
    const run = await audited({
      ...{ auditor, request },
      eventId: 'import-pause',
      severityLevel: 'low',
      meta: { id, by },
      run: async () => ({ result: await imports.pause({ id, by }) }),
    });
    response.json(run);
  });

  return router;
}
