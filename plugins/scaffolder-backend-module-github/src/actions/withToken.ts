import type {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  parseRepoUrl,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';

/**
 * For actions that cannot be given a provider of credentials: hands them the token that it would give. A token that the template names goes
 * first. Without one the action goes on as it is, and says itself what is missing.
 */
export function withToken<T extends TemplateAction<any, any, any>>(options: {
  action: T;
  integrations: ScmIntegrations;
  githubCredentialsProvider: GithubCredentialsProvider;
}): T {
  const { action, integrations, githubCredentialsProvider } = options;
  return {
    ...action,
    async handler(context) {
      const { repoUrl, token: named } = context.input;
      const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
      if (named || !owner) {
        return action.handler(context);
      }
      const { token } = await githubCredentialsProvider.getCredentials({
        url: `https://${host}/${encodeURIComponent(owner)}/${encodeURIComponent(
          repo,
        )}`,
      });
      return action.handler(
        token ? { ...context, input: { ...context.input, token } } : context,
      );
    },
  };
}
