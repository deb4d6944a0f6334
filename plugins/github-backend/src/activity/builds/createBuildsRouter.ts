import { readInput } from '@callboard/plugin-connections-node';
import type express from 'express';
import Router from 'express-promise-router';
import { openRepository, refusedAnswer } from '../access/openRepository';
import type { ActivityParts } from '../ActivityParts';
import { ENTITY } from '../http/ENTITY';
import {
  attemptQuery,
  jobParameter,
  refQuery,
  runFilter,
  runParameter,
} from '../http/schemas';
import { readLog } from './readLog';
import { readRuns } from './readRuns';
import { readWorkflows } from './readWorkflows';
import { runQuestion } from './runQuestion';

const LOG_STATUS = { running: 202, gone: 410, large: 413 };

/** Workflows, runs, jobs and logs of an entity's repository: for everybody who may see the entity. */
export function createBuildsRouter(parts: ActivityParts): express.Router {
  const router = Router();
  /** One download of a log for all who ask meanwhile. */
  const reading = new Map<string, ReturnType<typeof readLog>>();

  router.get(`${ENTITY}/workflows`, async (request, response) => {
    const { ref } = readInput({
      ...{ schema: refQuery, input: request.query, what: 'the query' },
    });
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await readWorkflows({ ...parts, place: found.place, ref })
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/runs`, async (request, response) => {
    const filter = readInput({
      ...{ schema: runFilter, input: request.query, what: 'the query' },
    });
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await readRuns({ ...parts, place: found.place, filter })
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/runs/:run`, async (request, response) => {
    const { run } = readInput({ schema: runParameter, input: request.params });
    const { attempt } = readInput({
      ...{ schema: attemptQuery, input: request.query, what: 'the query' },
    });
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await parts.answers.ask(
            runQuestion({ ...parts, place: found.place, run, attempt }),
          )
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/jobs/:job/log`, async (request, response) => {
    const { job } = readInput({ schema: jobParameter, input: request.params });
    const found = await openRepository({ parts, request });
    if (found.state === 'refused') {
      response.status(403).json(refusedAnswer(found.refusal));
      return;
    }
    const { place } = found;
    const id = `${place.host}/${place.key}/${job}`;
    const read =
      reading.get(id) ??
      readLog({ ...parts, place, job }).finally(() => reading.delete(id));
    reading.set(id, read);
    const log = await read;
    if (log.state === 'text') {
      // It is somebody else's text: never a page.
      response
        .type('text/plain')
        .set('x-content-type-options', 'nosniff')
        .send(log.text);
    } else {
      response.status(LOG_STATUS[log.state]).json(log);
    }
  });

  return router;
}
