/** Addresses of GitHub in the code that nobody fetches: a part of the text as it stands in the file, and what it is for. */
export const notFetched: Array<{
  package: string;
  text: string;
  /** What becomes of it. */
  because: string;
}> = [
  {
    package: '@backstage/plugin-catalog-backend-module-github',
    text: 'url:${',
    because: 'an annotation of an entity: a link',
  },
  {
    package: '@backstage/integration',
    text: '"https://api.github.com"',
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@backstage/integration',
    text: '"https://raw.githubusercontent.com"',
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-auth-backend-module-providers',
    text: '`${enterprise}/api/v3`',
    because: 'the base of addresses of a GitHub Enterprise Server',
  },
  {
    package: '@callboard/plugin-auth-backend-module-providers',
    text: "'https://api.github.com'",
    because: 'the base of addresses where no server is named',
  },
  {
    package: '@callboard/plugin-auth-backend-module-providers',
    text: '`${webUrl}/orgs/${name}/sso`',
    because: 'a link that a person follows',
  },
  {
    package: '@callboard/cli',
    text: "'https://api.github.com'",
    because: 'a host that a browser is allowed to ask',
  },
  {
    package: '@callboard/cli',
    text: '`${running.url}/api/v3`',
    because: 'an address of the sandbox that is shown to a person',
  },
  {
    package: '@callboard/cli',
    text: '`${running.url}/api/graphql`',
    because: 'an address of the sandbox that is shown to a person',
  },
  {
    package: '@backstage/cli-module-github',
    text: 'https://github.com/account/organizations/new',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-github-backend',
    text: "'/api/v3'",
    because: 'tells an Enterprise Server from github.com',
  },
  {
    package: '@callboard/plugin-github-backend',
    text: '`https://raw.githubusercontent.com/wiki${pathname}/`',
    because: 'tells which links of a wiki lead to files of its own',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'/api/graphql'",
    because: 'a path that a configured address may have',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`http://${host}/api/v3`',
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: 'https://docs.github.com/',
    because: 'a page of the documentation',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`${page}/installations/new`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`https://${host}/api/v3`',
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'https://raw.githubusercontent.com'",
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'/api/v3'",
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'/graphql'",
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`${apiBaseUrl}/graphql`',
    because: 'the base of addresses where the configuration names none',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'api.github.com'",
    because: 'tells which requests go to GitHub',
  },
  {
    package: '@callboard/plugin-github-node',
    text: "'raw.githubusercontent.com'",
    because: 'tells which requests go to GitHub',
  },
  {
    package: '@callboard/plugin-connections-backend',
    text: "'/settings/apps/new'",
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-connections-backend',
    text: '`${host.webUrl}${page}?',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-connections-backend',
    text: '`${app.html_url}/installations/new`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-connections-backend',
    text: "'/apps'",
    because: "a route of the portal's own",
  },
  {
    package: '@callboard/plugin-connections-backend',
    text: "'/apps/complete'",
    because: "a route of the portal's own",
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`${host.webUrl}/apps/${slug}`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`/organizations/${owner.login}/settings`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`${host.webUrl}${owned}/apps/${slug}`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-github-node',
    text: '`${htmlUrl}/installations/new`',
    because: 'a page that is opened for a person',
  },
  {
    package: '@callboard/plugin-scaffolder-backend-module-runs',
    text: "'/repos/'",
    because: 'addresses in causes of failures are compared with it',
  },
];
