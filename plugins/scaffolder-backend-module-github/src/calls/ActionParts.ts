import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { GithubService } from '@callboard/plugin-github-node';

/** What the actions of this module work with. */
export interface ActionParts {
  config: RootConfigService;
  integrations: ScmIntegrations;
  github: GithubService;
  /** Whether nothing but a token of the person who runs the template will do. */
  requireScmUserCredentials: boolean;
}
