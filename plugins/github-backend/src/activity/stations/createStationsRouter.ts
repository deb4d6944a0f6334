import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type express from 'express';
import Router from 'express-promise-router';
import { aboutRepository } from '../access/aboutRepository';
import { openRepository } from '../access/openRepository';
import type { ActivityParts } from '../ActivityParts';
import { runsQuestion } from '../builds/runsQuestion';
import { workflowsQuestion } from '../builds/workflowsQuestion';
import { ENTITY } from '../http/ENTITY';
import { readDocsState } from './readDocsState';
import { readStations } from './readStations';

/** `GET .../stations`: how far a new service has come. 404 where its repository cannot be told. */
export function createStationsRouter(
  parts: ActivityParts & { auth: AuthService; discovery: DiscoveryService },
): express.Router {
  const { answers } = parts;
  const router = Router();

  router.get(`${ENTITY}/stations`, async (request, response) => {
    const found = await openRepository({ parts, request });
    if (found.state === 'refused') throw new NotFoundError(found.refusal.words);
    const { opened, place } = found;
    const { entity, credentials } = opened;
    const [about, docs, runs, workflows] = await Promise.all([
      answers.ask(aboutRepository({ ...parts, place })),
      readDocsState({ ...parts, entity, credentials }),
      answers.ask(runsQuestion({ ...parts, place })),
      answers.ask(workflowsQuestion({ ...parts, place })),
    ]);
    if (about.state !== 'answered') throw new NotFoundError(about.reason);
    response.json(
      readStations({
        ...{ entity, docs, runs, about: about.value },
        ...(workflows.state === 'answered' && {
          hasWorkflows: workflows.value.length > 0,
        }),
      }),
    );
  });

  return router;
}
