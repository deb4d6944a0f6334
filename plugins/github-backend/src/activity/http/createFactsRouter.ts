import { NotAllowedError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { readInput } from '@callboard/plugin-connections-node';
import type express from 'express';
import Router from 'express-promise-router';
import { entityRepository } from '../access/entityRepository';
import { callerOf } from '../access/openEntity';
import { openRepository, refusedAnswer } from '../access/openRepository';
import type { ActivityParts } from '../ActivityParts';
import { readInsights } from '../insights/readInsights';
import { readmeQuestion } from '../insights/readmeQuestion';
import { pullsQuestion } from '../pulls/pullsQuestion';
import { readSecurity } from '../security/readSecurity';
import { readMine } from '../summary/readMine';
import { readSummary } from '../summary/readSummary';
import { ENTITY } from './ENTITY';
import { pullsQuery, summaryQuery } from './schemas';

/** What only reads, besides builds: of an entity for everybody who may see it, alerts for who has `github.alerts.read` on it. */
export function createFactsRouter(parts: ActivityParts): express.Router {
  const router = Router();

  router.get(`${ENTITY}/repository`, async (request, response) => {
    const repository = await openRepository({ parts, request });
    response.json(await entityRepository({ parts, repository }));
  });

  router.get(`${ENTITY}/pulls`, async (request, response) => {
    const { state } = readInput({
      ...{ schema: pullsQuery, input: request.query, what: 'the query' },
    });
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await parts.answers.ask(
            pullsQuestion({ ...parts, place: found.place, state }),
          )
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/insights`, async (request, response) => {
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await readInsights({ ...parts, place: found.place })
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/readme`, async (request, response) => {
    const found = await openRepository({ parts, request });
    response.json(
      found.state === 'open'
        ? await parts.answers.ask(
            readmeQuestion({ ...parts, place: found.place }),
          )
        : refusedAnswer(found.refusal),
    );
  });

  router.get(`${ENTITY}/security`, async (request, response) => {
    const found = await openRepository({ parts, request });
    await found.opened.require('alerts');
    if (found.state === 'refused') {
      const refused = refusedAnswer(found.refusal);
      response.json({ dependabot: refused, code: refused, secrets: refused });
      return;
    }
    if (!found.isOwn) {
      throw new NotAllowedError(
        `The descriptor of ${found.opened.entityRef} does not lie in ${found.place.key}, so it may not show its alerts.`,
      );
    }
    response.json(await readSecurity({ ...parts, place: found.place }));
  });

  router.get('/groups/:namespace/:name/summary', async (request, response) => {
    const { children } = readInput({
      ...{ schema: summaryQuery, input: request.query, what: 'the query' },
    });
    const { credentials } = await callerOf({ ...parts, request });
    const { namespace, name } = request.params;
    const groupRef = stringifyEntityRef({ kind: 'group', namespace, name });
    response.json(
      await readSummary({ parts, credentials, groupRef, children }),
    );
  });

  router.get('/mine', async (request, response) => {
    const { credentials } = await callerOf({ ...parts, request });
    response.json(await readMine({ parts, credentials }));
  });

  return router;
}
