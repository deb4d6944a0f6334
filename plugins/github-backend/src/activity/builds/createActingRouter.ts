import { NotAllowedError } from '@backstage/errors';
import {
  audited,
  jsonBody,
  readInput,
} from '@callboard/plugin-connections-node';
import type { JsonObject } from '@backstage/types';
import type express from 'express';
import Router from 'express-promise-router';
import { openRepository } from '../access/openRepository';
import type { ActivityParts } from '../ActivityParts';
import type { Place, Topic } from '../answers/Question';
import { ENTITY } from '../http/ENTITY';
import {
  cancelBody,
  dispatchBody,
  rerunBody,
  runParameter,
  workflowParameter,
} from '../http/schemas';
import { actingFailure } from './acting/actingFailure';
import { cancel } from './acting/cancel';
import { dispatch } from './acting/dispatch';
import { rerun } from './acting/rerun';

/**
 * What changes something at GitHub: for who has `github.workflows.run` on the entity, and only where the descriptor lies in the repository.
 * All of it is in the audit log with the person, since GitHub's own log has the portal's App. Values of inputs are not: they may be secrets.
 */
export function createActingRouter(parts: ActivityParts): express.Router {
  const { auditor, github, store } = parts;
  const router = Router();
  const json = jsonBody({ limit: '64kb' });

  /** The repository, if the caller may act on it. */
  async function open(request: express.Request<any, any, any, any>) {
    const found = await openRepository({ parts, request });
    await found.opened.require('run');
    if (found.state === 'refused') {
      throw new NotAllowedError(
        `${found.refusal.words} ${found.refusal.remedy}`,
      );
    }
    if (!found.isOwn) {
      throw new NotAllowedError(
        `The descriptor of ${found.opened.entityRef} does not lie in ${found.place.key}, so nothing can be started there.`,
      );
    }
    return found;
  }

  async function act<T>(options: {
    request: express.Request<any, any, any, any>;
    eventId: string;
    severityLevel: 'medium' | 'high';
    what: string;
    meta: JsonObject;
    secrets?: string[];
    topics: Topic[];
    run(place: Place): Promise<T>;
  }): Promise<T> {
    const { request, what, topics, run, meta, ...about } = options;
    const { opened, place } = await open(request);
    const { by, entityRef } = opened;
    return await audited({
      ...{ auditor, request, ...about },
      meta: {
        ...{ by, entityRef, host: place.host, repository: place.key },
        ...meta,
      },
      async run() {
        const result = await run(place).catch(async error => {
          throw await actingFailure({ error, github, place, what });
        });
        const at = parts.now().getTime();
        const { host, key: repository } = place;
        await store.mark({ host, repository, topics, at });
        return { result };
      },
    });
  }

  router.post(`${ENTITY}/runs/:run/rerun`, json, async (request, response) => {
    const { run } = readInput({ schema: runParameter, input: request.params });
    const { jobs } = readInput({ schema: rerunBody, input: request.body });
    await act({
      request,
      ...{ eventId: 'workflow-rerun', severityLevel: 'medium' },
      ...{ what: `run ${run} again`, meta: { run, jobs } },
      topics: ['runs', 'run-lists', `run:${run}`],
      run: place => rerun({ place, github, run, jobs }),
    });
    response.status(202).json({ run });
  });

  router.post(`${ENTITY}/runs/:run/cancel`, json, async (request, response) => {
    const { run } = readInput({ schema: runParameter, input: request.params });
    const { force = false } = readInput({
      ...{ schema: cancelBody, input: request.body ?? {} },
    });
    await act({
      request,
      ...{ eventId: 'workflow-cancel', severityLevel: 'medium' },
      ...{ what: `cancel run ${run}`, meta: { run, force } },
      topics: ['runs', 'run-lists', `run:${run}`],
      run: place => cancel({ place, github, run, force }),
    });
    response.status(202).json({ run });
  });

  router.post(
    `${ENTITY}/workflows/:id/dispatch`,
    json,
    async (request, response) => {
      const { id: workflow } = readInput({
        ...{ schema: workflowParameter, input: request.params },
      });
      const asked = readInput({ schema: dispatchBody, input: request.body });
      const answer = await act({
        request,
        ...{ eventId: 'workflow-dispatch', severityLevel: 'high' },
        what: `start workflow ${workflow}`,
        meta: { workflow, ref: asked.ref, inputs: Object.keys(asked.inputs) },
        secrets: Object.values(asked.inputs),
        topics: ['runs', 'run-lists'],
        run: place => dispatch({ place, github, workflow, request: asked }),
      });
      response.status(202).json(answer);
    },
  );

  return router;
}
