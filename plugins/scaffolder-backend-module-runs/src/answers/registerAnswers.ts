import type {
  HttpAuthService,
  HttpRouterService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import express from 'express';
import Router from 'express-promise-router';
import { answerDryRun } from '../dryRun/answerDryRun';
import { holdMask } from '../mask/activeMasks';
import { createMask } from '../mask/createMask';
import type { TemplateSecrets } from '../secrets/createTemplateSecrets';
import { useEnvironmentSecrets } from '../secrets/environmentSecrets';
import { isObject } from '../secrets/isObject';
import { PARAMETER_PREFIX } from '../secrets/parameterPath';
import { valuesOfRequest } from '../secrets/valuesOfRequest';
import type { TemplateProblems } from './createTemplateProblems';
import { interceptJson } from './interceptJson';
import { maskSchema } from './maskSchema';
import { withRetryParameters } from './retryParameters';
import { templateRefOf } from './templateRefOf';
import { withoutValues } from './withoutValues';

/** What the answers of the scaffolder's routes need of the rest. */
export interface AnswersOptions {
  httpRouter: Pick<HttpRouterService, 'use'>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** For the secrets that it gives to every run, which are masked too. */
  config?: RootConfigService;
  /** To tell which permissions of the calls of a dry run are granted; without it nobody can tell. */
  github?: Pick<GithubService, 'client' | 'credentials'>;
  /** Which values of a template are secrets: `createTemplateSecrets`. */
  templateSecrets: (
    templateRef: string,
  ) => Promise<TemplateSecrets | undefined>;
  /** What is wrong with a template: `createTemplateProblems`. Without it nobody is told. */
  templateProblems?: TemplateProblems;
  /** What is stored of a run; undefined for one that is not there. Whether the caller may read it, stock's own route decides. */
  findRun: (options: { taskId: string }) => Promise<RunDetails | undefined>;
}

/** As much as stock's routes take. */
const BODY_LIMIT = '10MB';

/**
 * Puts itself before the scaffolder's own routes: secret fields are marked in the schema of a form, which comes with the problems of its
 * template for those who own it, no answer quotes a value of a secret
 * field, `GET /runs/:taskId` tells what the page of a run needs. To be called while the module is initialised, which is before the plugin.
 */
export function registerAnswers(options: AnswersOptions): void {
  const { httpRouter, config } = options;
  if (config) useEnvironmentSecrets({ config });
  const router = Router();
  const json = express.json({ limit: BODY_LIMIT });
  router.get(
    '/v2/templates/:namespace/:kind/:name/parameter-schema',
    markSecretFields(options),
  );
  router.post('/v2/tasks', json, hideValuesOfTask(options));
  router.post('/v2/tasks/:taskId/retry', json, hideValuesOfRetry);
  router.post('/v2/dry-run', json, answerDryRun(options));
  router.get('/runs/:taskId', tellRun(options));
  httpRouter.use(router);
}

function markSecretFields(options: AnswersOptions): express.RequestHandler {
  return async (req, res, next) => {
    const { namespace, kind, name } = req.params;
    const templateRef = `${kind}:${namespace}/${name}`;
    const [secrets, problems = []] = await Promise.all([
      options.templateSecrets(templateRef),
      options.templateProblems?.({ req, templateRef }),
    ]);
    const secretParameters = secrets?.parameters ?? [];
    interceptJson({
      res,
      change: ({ status, body }) =>
        status === 200 && Array.isArray(body?.steps)
          ? {
              ...body,
              ...(problems.length > 0 && { problems }),
              steps: body.steps.map((step: any) =>
                isObject(step?.schema)
                  ? {
                      ...step,
                      schema: maskSchema({
                        schema: step.schema,
                        secretParameters,
                      }),
                    }
                  : step,
              ),
            }
          : body,
    });
    next();
  };
}

function hideValuesOfTask(options: AnswersOptions): express.RequestHandler {
  return async (req, res, next) => {
    const templateRef = templateRefOf(req.body);
    const secrets = templateRef && (await options.templateSecrets(templateRef));
    hideValues({
      res,
      values: valuesOfRequest({
        body: req.body,
        secretParameters: secrets ? secrets.parameters : [],
      }),
    });
    next();
  };
}

function hideValuesOfRetry(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
) {
  hideValues({
    res,
    values: valuesOfRequest({ body: req.body, secretParameters: [] }),
  });
  const given = isObject(req.body) ? req.body.secrets : undefined;
  if (!isObject(given)) {
    next();
    return;
  }
  const entries = Object.entries(given);
  const isParameter = ([name, value]: [string, unknown]) =>
    name.startsWith(PARAMETER_PREFIX) && typeof value === 'string';
  req.body = {
    ...req.body,
    secrets: Object.fromEntries(entries.filter(each => !isParameter(each))),
  };
  withRetryParameters(
    Object.fromEntries(entries.filter(isParameter)) as Record<string, string>,
    () => next(),
  );
}

/** While the request lasts, and in its answer, whatever that is. */
function hideValues(options: { res: express.Response; values: string[] }) {
  const { res } = options;
  const mask = createMask({ values: options.values });
  res.once('close', holdMask({ mask }));
  interceptJson({
    res,
    change: ({ status, body }) =>
      status < 400 ? body : mask.deep(withoutValues(body)),
  });
}

/** Asks stock's route whether the caller may see the task, in the words of stock's route, and answers more. */
function tellRun(options: AnswersOptions): express.RequestHandler {
  return async (req, res, next) => {
    const { taskId } = req.params;
    const details = await options.findRun({ taskId });
    interceptJson({
      res,
      change: ({ status, body }) =>
        status === 200 && details ? details : body,
    });
    req.url = `/v2/tasks/${encodeURIComponent(taskId)}`;
    next();
  };
}
