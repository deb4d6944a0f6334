import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAnalytics, useRouteRef } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import { templateOf } from '../run/templateOf';
import { withoutMasked } from './withoutMasked';

/** What the form of a template reads of the router's state. */
export interface FormStart {
  /** Values to begin with, by parameter. */
  formData?: Record<string, unknown>;
}

/**
 * Opens the template's form with the values of a run. They travel in the state of the router, not in the address, which browsers, proxies
 * and pages linked from there would keep; secrets do not travel at all. Undefined where there is no template to open.
 */
export function useStartOver(options: {
  task?: ScaffolderTask;
  details?: RunDetails;
}): (() => void) | undefined {
  const { task, details } = options;
  const navigate = useNavigate();
  const analytics = useAnalytics();
  const templateRoute = useRouteRef(scaffolderPlugin.routes.selectedTemplate);
  const template = task && templateOf(task);

  const startOver = useCallback(() => {
    if (!task || !template || !templateRoute) return;
    const { namespace, name } = template;
    const state: FormStart = {
      formData: withoutMasked({
        values: task.spec.parameters ?? {},
        masked: details?.maskedParameters ?? [],
      }),
    };
    analytics.captureEvent('click', 'Task has been started over');
    navigate(templateRoute({ namespace, templateName: name }), { state });
  }, [task, template, templateRoute, details, analytics, navigate]);

  return template && templateRoute ? startOver : undefined;
}
