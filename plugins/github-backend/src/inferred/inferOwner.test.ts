import { settingsOf } from '../catalog/__testUtils__/settingsOf';
import { knownRepository } from '../catalog/__testUtils__/knownRepository';
import { inferOwner } from './inferOwner';

const withCodeowners = (text: string) =>
  knownRepository({
    hints: {
      hasDocs: false,
      hasMkdocs: false,
      codeowners: { path: 'CODEOWNERS', text },
    },
  });
const teams = [
  { slug: 'core', permission: 'admin' },
  { slug: 'web', permission: 'push' },
];
const alone = settingsOf();

describe('inferOwner', () => {
  it.each([
    ['* @acme/web', 'group:default/web', 'codeowners'],
    ['* @Mel', 'user:default/mel', 'codeowners'],
    ['* mel@acme.example @acme/web', 'group:default/web', 'codeowners'],
    ['* mel@acme.example', 'group:default/core', 'team'],
    ['* @not valid/', 'user:default/not', 'codeowners'],
    ['/docs/ @acme/docs', 'group:default/core', 'team'],
  ])('reads `%s`', (text, owner, from) => {
    expect(
      inferOwner({ repository: withCodeowners(text), teams, settings: alone }),
    ).toEqual({ owner, from, unknown: [] });
  });

  it.each([
    ['* @acme/gone @acme/web', 'group:default/web', 'codeowners'],
    ['* @acme/gone @left', 'group:default/core', 'team'],
    ['* @left @mel', 'user:default/mel', 'codeowners'],
  ])('passes over whom GitHub does not have: `%s`', (text, owner, from) => {
    const found = inferOwner({
      repository: withCodeowners(text),
      teams,
      settings: alone,
      lacks: ({ host, organisation, ...named }) =>
        `${host} ${organisation}` === 'github.com acme' &&
        ['gone', 'left'].includes('slug' in named ? named.slug : named.login),
    });
    expect(found).toMatchObject({ owner, from });
    expect(found.unknown.length).toBeGreaterThan(0);
  });

  it('takes the organisation where nothing says more', () => {
    const repository = knownRepository({ owner: 'Acme', hints: undefined });
    expect(inferOwner({ repository, settings: alone })).toEqual({
      owner: 'group:default/acme',
      from: 'organisation',
      unknown: [],
    });
  });

  it("names groups as people's provider does: by organisation where there are several", () => {
    const schedule = { frequency: { hours: 1 }, timeout: { minutes: 5 } };
    const settings = settingsOf({
      githubOrg: {
        id: 'all',
        githubUrl: 'https://github.com',
        orgs: ['Acme', 'other'],
        schedule,
      },
    });
    expect(
      inferOwner({ repository: withCodeowners(''), teams, settings }).owner,
    ).toBe('group:acme/core');
    expect(
      inferOwner({ repository: withCodeowners('* @Other/qa'), settings }).owner,
    ).toBe('group:other/qa');
  });
});
