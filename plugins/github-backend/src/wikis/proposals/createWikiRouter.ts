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
import type {
  WikiDocsOutcome,
  WikiDocsPlan,
} from '@callboard/plugin-github-common';
import type { GithubHost } from '@callboard/plugin-github-node';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { chooseHost } from '../../import/chooseHost';
import type { WikiAddress } from '../readWikiUrl';

const host = z
  .string('it is no text')
  .min(1, 'it is empty')
  .max(300)
  .optional();

const planBody = z.strictObject(
  {
    host,
    organisation: z
      .string('the login of an organisation is needed')
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})$/,
        'it is no login of GitHub',
      ),
  },
  'an object with organisation is needed',
);
const pullRequestBody = z.strictObject(
  {
    host,
    repository: z
      .string('OWNER/NAME is needed')
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'it is not OWNER/NAME'),
  },
  'an object with repository is needed',
);

/**
 * `POST /wikis/plan` says which wikis of an organisation could be brought into `docs/`, and `POST /wikis/pull-requests` opens the pull request
 * of one. Both take `connections.manage`; what changes something is in the audit log.
 */
export function createWikiRouter(options: {
  plan(asked: { host: string; organisation: string }): Promise<WikiDocsPlan>;
  propose(wiki: WikiAddress): Promise<WikiDocsOutcome>;
  /** The configured GitHubs. */
  hosts(): GithubHost[];
  /** Whether repositories of an owner are mirrored. */
  isMirrored(owner: { host: string; owner: string }): Promise<boolean>;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): express.Router {
  const { plan, propose, hosts, isMirrored, auditor } = options;
  const router = Router();
  router.use('/wikis', jsonBody({ limit: '16kb' }));
  const manager = (request: express.Request<any, any, any, any>) =>
    requirePermission({
      ...options,
      to: 'manage',
      what: 'how GitHub is mirrored',
      request,
    });

  router.post('/wikis/plan', async (request, response) => {
    await manager(request);
    const asked = readInput({ schema: planBody, input: request.body });
    response.json(
      await plan({
        organisation: asked.organisation,
        host: await chooseHost({ ...asked, hosts: hosts(), isMirrored }),
      }),
    );
  });

  router.post('/wikis/pull-requests', async (request, response) => {
    const { by } = await manager(request);
    const asked = readInput({ schema: pullRequestBody, input: request.body });
    const [owner, name] = asked.repository.split('/');
    const wiki = {
      ...{ owner, name },
      host: await chooseHost({
        ...{ host: asked.host, organisation: owner, isMirrored },
        hosts: hosts(),
      }),
    };
    const outcome = await audited({
      ...{ auditor, request },
      eventId: 'wiki-docs',
      severityLevel: 'medium',
      meta: { ...wiki, by },
      run: async () => {
        const result = await propose(wiki);
        return { result, meta: { status: result.status } };
      },
    });
    response.json(outcome);
  });

  return router;
}
