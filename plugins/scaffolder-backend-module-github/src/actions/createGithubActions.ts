import type { GithubCredentialsProvider } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createGithubActionsDispatchAction,
  createGithubAutolinksAction,
  createGithubBranchProtectionAction,
  createGithubDeployKeyAction,
  createGithubEnvironmentAction,
  createGithubIssuesCreateAction,
  createGithubIssuesLabelAction,
  createGithubPagesEnableAction,
  createGithubWebhookAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionParts } from '../calls/ActionParts';
import { publishActions } from '../publish/publishActions';
import { onceAction } from '../resume/onceAction';
import { onceRules } from '../resume/onceRules';
import { pullRequestAction } from '../resume/pullRequestAction';
import { asScaffolder } from './asScaffolder';
import { fenced } from './fenced';
import { guarded } from './guarded';
import { naming } from './naming';
import { noted } from './noted';
import { openInput } from './openInput';
import { withToken } from './withToken';

type Action = TemplateAction<any, any, any>;

/**
 * The actions of stock's GitHub module, all of them, with the portal's credentials. Those that publish have handlers of ours; all refuse
 * crafted targets, can be run dry, and do nothing for a run that another process has taken over.
 */
export function createGithubActions(
  options: ActionParts & {
    catalog: CatalogService;
    githubCredentialsProvider: GithubCredentialsProvider;
  },
): Action[] {
  const { catalog, githubCredentialsProvider, ...parts } = options;
  const { integrations, requireScmUserCredentials } = parts;
  const all = {
    integrations,
    requireScmUserCredentials,
    githubCredentialsProvider,
  };
  // These make a provider of their own, unless they are given a token.
  const deaf = { integrations, requireScmUserCredentials };
  const given = (action: Action): Action =>
    requireScmUserCredentials
      ? action
      : withToken({ action, integrations, githubCredentialsProvider });
  const stock: Action[] = [
    createGithubActionsDispatchAction(all),
    createGithubAutolinksAction(all),
    given(createGithubDeployKeyAction(deaf)),
    given(createGithubEnvironmentAction({ ...deaf, catalog })),
    createGithubIssuesLabelAction(all),
    createGithubIssuesCreateAction(all),
    createGithubWebhookAction(all),
    createGithubPagesEnableAction(all),
    given(createGithubBranchProtectionAction(deaf)),
  ];
  const once = (action: Action): Action => {
    const rules = onceRules[action.id];
    return rules ? onceAction({ action, parts, rules }) : action;
  };
  return [
    ...[...stock.map(once), pullRequestAction(parts)].map(action =>
      naming({ action, parts }),
    ),
    // These say it themselves, since the repository is not there yet.
    ...publishActions(parts),
  ].map(action =>
    noted({
      action: asScaffolder(
        openInput(guarded({ action: fenced(action), parts })),
      ),
      github: parts.github,
    }),
  );
}
