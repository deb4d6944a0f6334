import type { RootConfigService } from '@backstage/backend-plugin-api';
import type {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
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
  createGithubRepoCreateAction,
  createGithubRepoPushAction,
  createGithubWebhookAction,
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { asScaffolder } from './asScaffolder';
import { withToken } from './withToken';

/** The actions of stock's GitHub module, all of them, with the same options but for the credentials. */
export function createGithubActions(options: {
  config: RootConfigService;
  catalog: CatalogService;
  integrations: ScmIntegrations;
  githubCredentialsProvider: GithubCredentialsProvider;
}): TemplateAction<any, any, any>[] {
  const { catalog, ...common } = options;
  const { config, integrations, githubCredentialsProvider } = common;
  const requireScmUserCredentials =
    config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ?? false;
  const all = { ...common, requireScmUserCredentials };
  // These make a provider of their own, unless they are given a token.
  const deaf = { integrations, requireScmUserCredentials };
  const given = <T extends TemplateAction<any, any, any>>(action: T): T =>
    requireScmUserCredentials
      ? action
      : withToken({ action, integrations, githubCredentialsProvider });
  return [
    createGithubActionsDispatchAction(all),
    createGithubAutolinksAction(all),
    given(createGithubDeployKeyAction(deaf)),
    given(createGithubEnvironmentAction({ ...deaf, catalog })),
    createGithubIssuesLabelAction(all),
    createGithubIssuesCreateAction(all),
    createGithubRepoCreateAction(all),
    createGithubRepoPushAction(all),
    createGithubWebhookAction(all),
    createPublishGithubAction(all),
    createPublishGithubPullRequestAction(all),
    createGithubPagesEnableAction(all),
    given(createGithubBranchProtectionAction(deaf)),
  ].map(action => asScaffolder(action));
}
