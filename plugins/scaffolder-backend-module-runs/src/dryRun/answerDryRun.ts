import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { GithubService } from '@callboard/plugin-github-node';
import type { DryRunPlan } from '@callboard/plugin-scaffolder-common';
import type { RequestHandler } from 'express';
import { withoutValues } from '../answers/withoutValues';
import { holdMask } from '../mask/activeMasks';
import { createMask } from '../mask/createMask';
import { findSecretParameters } from '../secrets/findSecretParameters';
import { isObject } from '../secrets/isObject';
import { valuesOfRequest } from '../secrets/valuesOfRequest';
import { grantCalls } from './grantCalls';
import { maskFiles } from './maskFiles';
import { mayRegister } from './mayRegister';
import { gatherPlan } from './plan';
import { planSteps } from './planSteps';
import { type DryRunStep, stepsOf } from './stepsOf';

const LIMIT_MS = 10_000;

/**
 * Stands before stock's route of dry runs: masks the secrets of what the template made of them, in texts and in files, and adds what a run
 * would call (`DryRunPlan`). A dry run that takes longer than ten seconds is answered with an error.
 */
export function answerDryRun(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** To tell which permissions of a planned call are granted. */
  github?: Pick<GithubService, 'client' | 'credentials'>;
  /** In milliseconds; for tests. */
  limitMs?: number;
}): RequestHandler {
  const { limitMs = LIMIT_MS } = options;
  return async (req, res, next) => {
    const spec = isObject(req.body?.template) ? req.body.template.spec : {};
    const steps = stepsOf(spec);
    const maskedParameters = findSecretParameters({
      parameters: isObject(spec) ? spec.parameters : undefined,
      steps,
    });
    const mask = createMask({
      values: valuesOfRequest({
        body: req.body,
        secretParameters: maskedParameters,
      }),
    });
    res.once('close', holdMask({ mask }));
    const isAllowed = await mayRegister({ ...options, req, steps });
    const plan = gatherPlan();
    const withPlan = async (body: any) => {
      const { directoryContents, ...rest } = body;
      const { calls, unplanned } = planSteps({
        ...{ steps, body, isAllowed },
        calls: plan.calls,
      });
      const added: DryRunPlan = {
        calls: options.github
          ? await grantCalls({
              ...{ github: options.github, calls },
              withToken: new Set(steps.filter(hasToken).map(step => step.id)),
            })
          : calls,
        unplanned,
        maskedParameters,
      };
      return {
        ...mask.deep({ ...rest, ...added }),
        directoryContents: maskFiles({ files: directoryContents, mask }),
      };
    };
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      next(tookTooLong(limitMs));
    }, limitMs);
    res.once('close', () => clearTimeout(timer));
    const json = res.json.bind(res);
    const answer = (body: unknown) => {
      // Stock goes on with what was given up, and answers again.
      if (!res.headersSent) json(body);
    };
    res.json = body => {
      if (isOver || res.statusCode >= 400) {
        answer(mask.deep(withoutValues(body)));
      } else {
        withPlan(body).then(answer, next);
      }
      return res;
    };
    plan.within(() => next());
  };
}

function tookTooLong(limitMs: number) {
  return new ServiceUnavailableError(
    `The dry run took longer than ${
      limitMs / 1000
    } s and was given up. Leave out steps that fetch much, or expressions that do much work.`,
  );
}

/** A step that calls GitHub with a token of the template's, or of the person. */
function hasToken(step: DryRunStep) {
  return step.input?.token !== undefined;
}
