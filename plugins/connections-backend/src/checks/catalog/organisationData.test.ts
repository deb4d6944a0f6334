import type { PeopleSource } from '@callboard/plugin-access-common';
import type { PeopleAnswer } from '../../inspection/InspectionContext';
import type { CheckInput } from '../Check';
import { organisationData } from './organisationData';

const NOW = new Date('2026-11-26T10:00:00.000Z');

const run = (answer?: PeopleAnswer) =>
  organisationData.run({
    context: {
      now: () => NOW,
      ...(answer && { people: { sources: async () => answer } }),
    },
    signal: new AbortController().signal,
  } as unknown as CheckInput);

const known = (...changes: Partial<PeopleSource>[]): PeopleAnswer => ({
  state: 'known',
  sources: changes.map(change => ({
    id: 'LdapOrgEntityProvider:default',
    kind: 'ldap',
    title: 'LDAP directory ldap://ldap.test',
    users: 1_204,
    groups: 31,
    lastReadAt: '2026-11-26T09:50:00.000Z',
    syncs: [],
    invalid: [],
    invalidCount: 0,
    troubles: [],
    canSync: true,
    ...change,
  })),
});

const trouble = {
  kind: 'failed',
  severity: 'fail',
  cause: 'It could not be read: refused.',
  remedy: 'Look at its credential.',
} as const;

it('says how many there are, and how fresh', async () => {
  expect(await run(known({}, { lastReadAt: undefined }))).toEqual([
    {
      subject: 'LdapOrgEntityProvider:default',
      check: 'Users and groups of LDAP directory ldap://ldap.test are read',
      status: 'pass',
      cause: '1,204 users and 31 groups, read 10 minutes ago.',
      remedy: '',
    },
    expect.objectContaining({
      cause: '1,204 users and 31 groups; it was not read yet.',
    }),
  ]);
});

it('says what is wrong, each thing by itself', async () => {
  const late = { ...trouble, kind: 'stale', severity: 'warn' } as const;
  expect(await run(known({ troubles: [trouble, late] }))).toMatchObject([
    {
      subject: 'LdapOrgEntityProvider:default:failed:0',
      status: 'fail',
      cause: 'It could not be read: refused.',
      remedy: 'Look at its credential.',
      links: [{ title: 'Organisation data', href: '/access/organisations' }],
    },
    { subject: 'LdapOrgEntityProvider:default:stale:1', status: 'warn' },
  ]);
});

it('leaves to the checks of the mirror what they say of GitHub', async () => {
  const halved = { ...trouble, kind: 'halved', severity: 'warn' } as const;
  expect(
    await run(known({ kind: 'github', troubles: [trouble, halved] })),
  ).toMatchObject([{ status: 'warn' }]);
  expect(
    await run(known({ kind: 'github', troubles: [trouble] })),
  ).toMatchObject([{ status: 'pass' }]);
});

it('warns when nobody can tell, and says nothing where nobody could', async () => {
  expect(
    await run({ state: 'unknown', reason: 'It is away', remedy: 'Wait.' }),
  ).toEqual([
    {
      check: 'Users and groups are read',
      status: 'warn',
      cause: 'It is away.',
      remedy: 'Wait.',
    },
  ]);
  expect(await run({ state: 'absent' })).toEqual([]);
  expect(await run()).toEqual([]);
});
