import type {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  jsonBody,
  readInput,
  requirePermission,
} from '@callboard/plugin-connections-node';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { readQuery } from './access/readQuery';
import { checks as allChecks } from './checks/checks';
import type { InspectionContext } from './inspection/InspectionContext';
import type { Inspector } from './inspection/Inspector';
import { answerServe } from './serve/answerServe';

const MOST_ENTRIES = 1000;

const truth = z
  .enum(['true', 'false'], 'it is neither true nor false')
  .optional()
  .transform(value => value === 'true');

const number = (options: { least: number; most: number }) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'it is no whole number')
    .transform(Number)
    .refine(
      value => value >= options.least && value <= options.most,
      `it is not from ${options.least} to ${options.most}`,
    )
    .optional();

const name = z.string().min(1, 'it is empty').max(500, 'it is too long');

const overviewQuery = z.strictObject({ fresh: truth });
const serveQuery = z.strictObject({
  url: z
    .string('the URL of a repository or an owner is needed')
    .min(1, 'the URL of a repository or an owner is needed')
    .max(2000, 'it is too long'),
});
const traceQuery = z.strictObject({
  host: name.optional(),
  plugin: name.optional(),
  credentialId: name.optional(),
  owner: name.optional(),
  afterId: number({ least: 0, most: Number.MAX_SAFE_INTEGER }),
  limit: number({ least: 1, most: MOST_ENTRIES }),
});
const runBody = z
  .strictObject({ checks: z.array(z.string().max(100)).max(100).optional() })
  .optional();

/**
 * What the portal is connected to: `GET /`, `GET /checks`, `POST /checks/run`, `GET /serve?url=`, `GET /trace`.
 * Reading takes `connections.read`, running checks that have effects `connections.manage`.
 */
export function createRouter(options: {
  inspector: Inspector;
  context: InspectionContext;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  logger: LoggerService;
  /** Routers for creation and rotation. */
  more?: express.Router[];
}): express.Router {
  const { inspector, context, logger, more = [] } = options;
  const router = Router();

  router.get('/', async (request, response) => {
    const { mayManage } = await requirePermission({
      ...options,
      to: 'read',
      what: 'connections',
      request,
    });
    const { fresh } = readQuery({
      schema: overviewQuery,
      query: request.query,
    });
    const overview = fresh
      ? await inspector.inspect({ asked: true })
      : inspector.overview();
    if (!overview.checkedAt && !overview.running) {
      // The schedule may be hours away, and who looks now wants to know now.
      inspector
        .inspect()
        .catch(error =>
          logger.warn(`The connections could not be inspected: ${error}`),
        );
    }
    response.json({ ...overview, mayManage });
  });

  router.get('/checks', async (request, response) => {
    await requirePermission({
      ...options,
      to: 'read',
      what: 'connections',
      request,
    });
    response.json(inspector.overview().checks);
  });

  router.post(
    '/checks/run',
    jsonBody({ limit: '16kb' }),
    async (request, response) => {
      await requirePermission({
        ...options,
        to: 'manage',
        what: 'connections',
        request,
      });
      const body = readInput({ schema: runBody, input: request.body });
      assertKnown(body?.checks ?? []);
      const overview = await inspector.inspect({
        onDemand: true,
        only: body?.checks,
      });
      response.json({ ...overview, mayManage: true });
    },
  );

  router.get('/serve', async (request, response) => {
    await requirePermission({
      ...options,
      to: 'read',
      what: 'connections',
      request,
    });
    const { url } = readQuery({ schema: serveQuery, query: request.query });
    const apps = inspector.overview().hosts.flatMap(host => host.apps);
    const appNames = new Map(
      apps.flatMap(({ credentialId, name: app }) =>
        app ? [[credentialId, app] as const] : [],
      ),
    );
    response.json(await answerServe({ context, url, appNames }));
  });

  router.get('/trace', async (request, response) => {
    await requirePermission({
      ...options,
      to: 'read',
      what: 'connections',
      request,
    });
    const filter = readQuery({ schema: traceQuery, query: request.query });
    response.json({ items: context.github.trace.list(filter) });
  });

  for (const each of more) router.use(each);
  return router;
}

function assertKnown(ids: string[]): void {
  const known = allChecks.map(({ id }) => id);
  const unknown = ids.filter(id => !known.includes(id));
  if (unknown.length > 0) {
    throw new InputError(
      `There is no check ${unknown.join(', ')}. There are ${known.join(', ')}.`,
    );
  }
}
