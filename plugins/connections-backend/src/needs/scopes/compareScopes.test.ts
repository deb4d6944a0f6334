// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { ALL_SCOPES } from '@callboard/github-sandbox/src/access/scopes';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { featuresOn } from '../featuresOn';
import { compareScopes } from './compareScopes';

const features = (data: JsonObject) =>
  featuresOn({ config: mockServices.rootConfig({ data }), host: 'github.com' });

const DISCOVERY = {
  catalog: { providers: { github: { organization: 'acme' } } },
};
const EVERYTHING = {
  catalog: {
    rules: [{ allow: ['Template'] }],
    providers: {
      github: { organization: 'acme' },
      githubOrg: { id: 'a', githubUrl: 'https://github.com', orgs: ['acme'] },
    },
  },
};

it('takes the least token of the guide for GitHub Enterprise for well measured', () => {
  // repo: read, org: read, webhook: read and write
  const granted = ['repo', 'read:org', 'admin:repo_hook'];
  expect(
    compareScopes({ granted, features: features(EVERYTHING) }),
  ).toMatchObject({ needless: [] });
  expect(
    compareScopes({
      granted,
      features: [{ scopes: ['repo', 'read:org'] }],
    }),
  ).toEqual({ needed: ['read:org', 'repo'], missing: [], needless: [] });
});

it('says what stock needs beside for people: it asks for their e-mail addresses', () => {
  const people = {
    catalog: {
      providers: {
        githubOrg: { id: 'a', githubUrl: 'https://github.com' },
      },
    },
  };
  const { missing } = compareScopes({
    granted: ['repo', 'read:org', 'admin:repo_hook'],
    features: features(people),
  });
  expect(missing).toEqual(['user:email']);
});

it.each(['read:user', 'user:email'])('lets %s do for e-mail addresses', one => {
  expect(
    compareScopes({
      granted: ['repo', 'read:org', 'workflow', one],
      features: features(EVERYTHING),
    }),
  ).toEqual({
    needed: ['read:org', 'repo', 'user:email', 'workflow'],
    missing: [],
    needless: [],
  });
});

it('finds a token with all scopes over-privileged, and lists what is too much', () => {
  const { missing, needless } = compareScopes({
    granted: ALL_SCOPES,
    features: features(EVERYTHING),
  });
  expect(missing).toEqual([]);
  expect(needless).toEqual(
    expect.arrayContaining(['admin:org', 'delete_repo', 'gist', 'user']),
  );
  expect(needless).not.toContain('repo');
  expect(needless).not.toContain('read:org');
});

it('names only the highest of the scopes that are needed', () => {
  expect(compareScopes({ features: features(DISCOVERY) })).toEqual({
    needed: ['repo'],
    missing: [],
    needless: [],
  });
  expect(
    compareScopes({ granted: ['public_repo'], features: features(DISCOVERY) }),
  ).toMatchObject({ missing: ['repo'], needless: [] });
  expect(
    compareScopes({
      granted: ['admin:org'],
      features: [{ scopes: ['read:org'] }],
    }),
  ).toMatchObject({ missing: [], needless: ['admin:org'] });
});
