import { mockServices } from '@backstage/backend-test-utils';
import { organisationsOf } from './organisationsOf';

it('finds every owner that the configuration names, once for each host, with all places', () => {
  const config = mockServices.rootConfig({
    data: {
      catalog: {
        providers: {
          github: {
            mine: { organization: 'Acme' },
            enterprise: { host: 'ghe.example.com', organization: 'acme' },
            installed: { app: 12 },
          },
          githubOrg: [
            { id: 'a', githubUrl: 'https://github.com', orgs: ['acme', 'b'] },
            { id: 'c', githubUrl: 'https://ghe.example.com' },
          ],
        },
        locations: [
          { type: 'url', target: 'https://github.com/zed/x/blob/main/a.yaml' },
          { type: 'url', target: 'https://gitlab.com/other/x' },
          { type: 'url', target: 'https://github.com/*' },
          { type: 'file', target: '../a.yaml' },
        ],
      },
    },
  });
  expect(
    organisationsOf({ config, hosts: ['github.com', 'ghe.example.com'] }),
  ).toEqual([
    {
      host: 'github.com',
      owner: 'Acme',
      configKeys: [
        'catalog.providers.github.mine.organization',
        'catalog.providers.githubOrg[0].orgs',
      ],
    },
    {
      host: 'ghe.example.com',
      owner: 'acme',
      configKeys: ['catalog.providers.github.enterprise.organization'],
    },
    {
      host: 'github.com',
      owner: 'b',
      configKeys: ['catalog.providers.githubOrg[0].orgs'],
    },
    {
      host: 'github.com',
      owner: 'zed',
      configKeys: ['catalog.locations[0].target'],
    },
  ]);
});

it('finds the owner of the short block, and of what presets add beside it', () => {
  const config = mockServices.rootConfig({
    data: {
      catalog: {
        providers: {
          github: {
            baseUrl: 'https://ghe.example.com',
            token: 'ghp_1',
            org: 'acme',
            schedule: { frequency: { minutes: 5 } },
            'org-other': { organization: 'other' },
          },
        },
      },
    },
  });
  expect(
    organisationsOf({ config, hosts: ['github.com', 'ghe.example.com'] }),
  ).toEqual([
    {
      host: 'ghe.example.com',
      owner: 'acme',
      configKeys: ['catalog.providers.github.org'],
    },
    {
      host: 'github.com',
      owner: 'other',
      configKeys: ['catalog.providers.github.org-other.organization'],
    },
  ]);
});
