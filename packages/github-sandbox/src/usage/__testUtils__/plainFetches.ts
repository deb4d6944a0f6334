import type { PlainFetch } from './PlainFetch';

const READER = {
  package: '@backstage/backend-defaults',
  file: 'dist/entrypoints/urlReader/lib/GithubUrlReader.cjs.js',
};
const FETCH_URL = {
  package: '@backstage/integration',
  file: 'dist/github/core.cjs.js',
};
const CREATE_APP = {
  package: '@backstage/cli-module-github',
  file: 'dist/commands/create-github-app/GithubCreateAppServer.cjs.js',
};
const AUTHENTICATOR = {
  package: '@backstage/plugin-auth-backend-module-github-provider',
  file: 'dist/authenticator.cjs.js',
};
const OUR_SIGN_IN = {
  package: '@callboard/plugin-auth-backend-module-ghe-provider',
  file: 'src/gheProvider.ts',
  // It hands all of signing in to stock's authenticator.
  text: 'authenticator: githubAuthenticator',
};
const OUR_PROVIDERS = '@callboard/plugin-auth-backend-module-providers';
const OUR_CREDENTIALS = '@callboard/plugin-github-node';
const SIGN_IN_PROBE = {
  package: '@callboard/plugin-connections-backend',
  file: 'src/checks/signIn/probe/providerEndpoints.ts',
};
const GIT = {
  package: 'isomorphic-git',
  usedBy: ['@backstage/plugin-scaffolder-node'],
  file: 'index.cjs',
};

/** Requests to GitHub that are made without Octokit, read by hand. The test of the lists looks for each text. */
export const plainFetches: PlainFetch[] = [
  {
    ...FETCH_URL,
    usedBy: [READER.package],
    route: 'GET /repos/{owner}/{repo}/contents/{path}',
    text: '/repos/${owner}/${name}/contents/${pathWithoutSlash}?ref=${ref}',
  },
  {
    ...FETCH_URL,
    usedBy: [READER.package],
    route: 'GET /raw/{owner}/{repo}/{ref}/{path}',
    text: '${config.rawBaseUrl}/${owner}/${name}/${ref}/${pathWithoutSlash}',
  },
  {
    ...READER,
    route: 'GET /repos/{owner}/{repo}',
    text: '${this.integration.config.apiBaseUrl}/repos/${repoFullName}`',
  },
  {
    ...READER,
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/status',
    text: '/repos/${full_name}/commits/${ref ||',
  },
  {
    ...READER,
    route: 'GET /repos/{owner}/{repo}/tarball/{ref}',
    text: 'archiveUrl.replace("{archive_format}", "tarball").replace("{/ref}"',
  },
  {
    ...READER,
    route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    text: 'treesUrl.replace("{/sha}", `/${sha}?recursive=true`)',
  },
  {
    ...READER,
    route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    text: 'this.fetchJson(item.url, init)',
  },
  {
    package: '@backstage/cli-module-github',
    file: 'dist/commands/create-github-app/index.cjs.js',
    route: 'GET /orgs/{org}',
    text: 'https://api.github.com/orgs/${encodeURIComponent(org)}',
  },
  {
    ...CREATE_APP,
    route: 'POST /organizations/{org}/settings/apps/new',
    text: 'https://github.com/organizations/${encodedOrg}/settings/apps/new',
  },
  {
    ...CREATE_APP,
    route: 'GET /apps/{app_slug}/installations/new',
    text: '${data.html_url}/installations/new',
  },
  {
    ...AUTHENTICATOR,
    route: 'GET /login/oauth/authorize',
    text: '${enterpriseInstanceUrl}/login/oauth/authorize',
  },
  {
    ...AUTHENTICATOR,
    route: 'POST /login/oauth/access_token',
    text: '${enterpriseInstanceUrl}/login/oauth/access_token',
  },
  {
    ...AUTHENTICATOR,
    route: 'GET /user',
    text: '${enterpriseInstanceUrl}/api/v3/user',
  },
  {
    package: OUR_CREDENTIALS,
    file: 'src/credentials/app/createAppAccess.ts',
    route: 'GET /app',
    text: "'/app'",
  },
  {
    package: OUR_CREDENTIALS,
    file: 'src/credentials/app/createInstallationList.ts',
    route: 'GET /app/installations',
    text: '/app/installations?per_page=${PAGE}&page=${page}',
  },
  {
    package: OUR_CREDENTIALS,
    file: 'src/credentials/app/createRepositoryNames.ts',
    route: 'GET /installation/repositories',
    text: '/installation/repositories?per_page=${PAGE}&page=${page}',
  },
  {
    package: OUR_CREDENTIALS,
    file: 'src/credentials/app/mintToken.ts',
    route: 'POST /app/installations/{installation_id}/access_tokens',
    text: '/app/installations/${installationId}/access_tokens',
  },
  {
    package: '@callboard/plugin-connections-backend',
    file: 'src/apps/beginCreation.ts',
    route: 'POST /organizations/{org}/settings/apps/new',
    text: '/organizations/${organization}/settings/apps/new',
  },
  {
    ...SIGN_IN_PROBE,
    route: 'GET /login/oauth/authorize',
    text: '${web}/login/oauth/authorize',
  },
  {
    ...SIGN_IN_PROBE,
    route: 'POST /login/oauth/access_token',
    text: '${web}/login/oauth/access_token',
  },
  {
    package: OUR_PROVIDERS,
    file: 'src/github/githubAuthenticator.ts',
    route: 'GET /login/oauth/authorize',
    text: '`${webUrl}/login/oauth/authorize`',
  },
  {
    package: OUR_PROVIDERS,
    file: 'src/github/githubAuthenticator.ts',
    route: 'POST /login/oauth/access_token',
    text: '`${webUrl}/login/oauth/access_token`',
  },
  {
    package: OUR_PROVIDERS,
    file: 'src/github/fetchProfile.ts',
    route: 'GET /user',
    text: '`${apiUrl}/user`',
  },
  {
    package: OUR_PROVIDERS,
    file: 'src/github/fetchProfile.ts',
    route: 'GET /user/emails',
    text: '`${apiUrl}/user/emails`',
  },
  {
    package: OUR_PROVIDERS,
    file: 'src/github/samlBarriers.ts',
    route: 'GET /orgs/{org}/members',
    text: '`${apiUrl}/orgs/${name}/members?per_page=1`',
  },
  { ...OUR_SIGN_IN, route: 'GET /login/oauth/authorize' },
  { ...OUR_SIGN_IN, route: 'POST /login/oauth/access_token' },
  { ...OUR_SIGN_IN, route: 'GET /user' },
  {
    package: 'passport-github2',
    file: 'lib/strategy.js',
    route: 'GET /user/emails',
    // Only for a strategy that was made with the scope `user` or `user:email`; stock's is made without scopes.
    text: 'self._oauth2.get(self._userEmailURL, accessToken',
  },
  {
    package: '@octokit/graphql',
    file: 'dist-node/index.js',
    route: 'POST /graphql',
    text: 'url: "/graphql"',
  },
  {
    package: '@octokit/oauth-authorization-url',
    file: 'dist-node/index.js',
    route: 'GET /login/oauth/authorize',
    text: '/login/oauth/authorize',
  },
  {
    ...GIT,
    route: 'git-upload-pack',
    text: '/info/refs?service=${service}',
  },
  {
    ...GIT,
    route: 'git-receive-pack',
    text: "service: 'git-receive-pack'",
  },
];
