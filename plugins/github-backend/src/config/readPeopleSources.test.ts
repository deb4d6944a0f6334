import { problemsOf, readSettings } from './__testUtils__/readSettings';

const schedule = { frequency: { minutes: 30 }, timeout: 'PT3M' };

it('reads one entry of one organisation, which needs no namespaces', () => {
  expect(
    readSettings({
      catalog: {
        providers: {
          githubOrg: {
            id: 'main',
            githubUrl: 'https://github.com',
            orgs: ['acme'],
            schedule,
          },
        },
      },
    }).people,
  ).toEqual([
    {
      id: 'main',
      providerName: 'GithubMultiOrgEntityProvider:main',
      githubUrl: 'https://github.com',
      host: 'github.com',
      orgs: ['acme'],
      schedule: { frequency: { minutes: 30 }, timeout: { minutes: 3 } },
      excludeSuspendedUsers: false,
      useVerifiedEmails: false,
      outsideCollaborators: false,
      pageSizes: {},
      alwaysUseDefaultNamespace: true,
    },
  ]);
});

it('reads a list with every option', () => {
  const { people } = readSettings({
    catalog: {
      providers: {
        githubOrg: [
          {
            id: 'a',
            githubUrl: 'https://github.com',
            orgs: ['acme'],
            schedule,
            excludeSuspendedUsers: true,
            defaultUserTransformer: { useVerifiedEmails: true },
            outsideCollaborators: true,
            pageSizes: {
              teams: 10,
              teamMembers: 20,
              organizationMembers: 30,
            },
          },
          { id: 'b', githubUrl: 'http://localhost:7008', schedule },
        ],
      },
    },
  });
  expect(people).toMatchObject([
    {
      excludeSuspendedUsers: true,
      useVerifiedEmails: true,
      outsideCollaborators: true,
      pageSizes: { teams: 10, teamMembers: 20, organizationMembers: 30 },
      alwaysUseDefaultNamespace: false,
    },
    { host: 'localhost:7008', alwaysUseDefaultNamespace: false },
  ]);
  expect(people[1]).not.toHaveProperty('orgs');
});

it('names all that is wrong', () => {
  expect(
    problemsOf({
      catalog: {
        providers: {
          githubOrg: [
            { githubUrl: 'github.com', orgs: ['a/b'], schedule },
            { id: 'x', githubUrl: 'https://github.com', schedule },
            { id: 'x', githubUrl: 'https://github.com' },
            {
              id: 'x',
              githubUrl: 'https://github.com',
              schedule,
              pageSizes: { teams: 0 },
            },
          ],
        },
      },
    }).map(line => line.split(':')[0]),
  ).toEqual([
    'catalog.providers.githubOrg[0].id',
    'catalog.providers.githubOrg[0].githubUrl',
    'catalog.providers.githubOrg[0].orgs',
    'catalog.providers.githubOrg[2].schedule',
    'catalog.providers.githubOrg[3].pageSizes.teams',
    'catalog.providers.githubOrg',
  ]);
});
