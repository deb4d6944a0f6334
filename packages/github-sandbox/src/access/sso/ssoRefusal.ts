import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Token } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { needsSignOn } from './needsSignOn';
import { ssoRequest } from './ssoRequest';
import type { Viewer } from '../Viewer';

/** GitHub's names of tokens in this text. */
const NAMES: Record<Token['kind'], string> = {
  classic: 'Personal Access token',
  fineGrained: 'fine-grained personal access token',
  oauth: 'OAuth token',
  userToServer: 'OAuth token',
  installation: 'token',
};

/**
 * The 403 for a token that has not been authorised for an organisation with SAML, with the address where its person can do that (for an
 * hour), or undefined. https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#personal-access-tokens-and-saml-sso
 */
export function ssoRefusal(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  organisation: Organisation | undefined;
}): GitHubError | undefined {
  const { sandbox, viewer, organisation } = options;
  if (
    !organisation ||
    viewer.kind !== 'user' ||
    !needsSignOn({ viewer, organisation })
  ) {
    return undefined;
  }
  const url = new URL(`${sandbox.baseUrl}/orgs/${organisation.login}/sso`);
  url.searchParams.set(
    'authorization_request',
    ssoRequest.make({ sandbox, token: viewer.token, organisation }),
  );
  return new GitHubError({
    status: 403,
    message: `Resource protected by organization SAML enforcement. You must grant your ${
      NAMES[viewer.token.kind]
    } access to this organization.`,
    headers: { 'x-github-sso': `required; url=${url}` },
    documentationUrl:
      'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
  });
}
