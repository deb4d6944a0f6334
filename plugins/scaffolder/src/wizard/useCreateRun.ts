import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { toError, type ErrorLike } from '@backstage/errors';
import {
  errorApiRef,
  useAnalytics,
  useApi,
  useApiHolder,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderApiRef,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { runDecorators } from './runDecorators';
import { timeSavedMinutes } from './timeSavedMinutes';
import type { Wizard } from './useWizard';

/** Begins a run with the values of the form and opens its page; says why it could not. */
export function useCreateRun(options: {
  templateRef: string;
  wizard: Wizard;
}): {
  create(values: Record<string, JsonValue>): Promise<void>;
  error?: ErrorLike;
} {
  const { templateRef, wizard } = options;
  const { manifest, decorators, template } = wizard;
  const scaffolderApi = useApi(scaffolderApiRef);
  const errorApi = useApi(errorApiRef);
  const apis = useApiHolder();
  const analytics = useAnalytics();
  const navigate = useNavigate();
  const taskRoute = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const { secrets: typedSecrets } = useTemplateSecrets();
  const [error, setError] = useState<ErrorLike>();

  const create = async (values: Record<string, JsonValue>) => {
    setError(undefined);
    try {
      const { formState, secrets } = await runDecorators({
        formState: values,
        secrets: typedSecrets,
        asked:
          manifest.formDecorators ?? manifest.EXPERIMENTAL_formDecorators ?? [],
        decorators,
        apis,
        onProblem: problem => errorApi.post(problem),
      });
      const { taskId } = await scaffolderApi.scaffold({
        templateRef,
        values: formState,
        secrets,
      });
      analytics.captureEvent('create', 'Task has been created', {
        value: timeSavedMinutes(template),
        attributes: { templateSteps: manifest.steps.length },
      });
      if (taskRoute) navigate(taskRoute({ taskId }));
    } catch (problem) {
      setError(toError(problem));
    }
  };
  return { create, error };
}
