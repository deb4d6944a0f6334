import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GithubService } from '@callboard/plugin-github-node';
import {
  currentRun,
  noteGithubCause,
} from '@callboard/plugin-scaffolder-backend-module-runs';

/**
 * An action that leaves its failure with the run, which reads the cause from it better than from a text. Of a missing permission it finds
 * out where it is granted.
 */
export function noted(options: {
  action: TemplateAction<any, any, any>;
  github: Pick<GithubService, 'client' | 'credentials'>;
}): TemplateAction<any, any, any> {
  const { action, github } = options;
  return {
    ...action,
    async handler(ctx) {
      try {
        return await action.handler(ctx);
      } catch (error) {
        currentRun()?.noteFailure(error);
        await noteGithubCause({ github, error, action: action.id });
        throw error;
      }
    },
  };
}
