import type { PeopleSource } from '@callboard/plugin-access-common';
import { ago, aSync, change, NOW } from './__testUtils__/aSync';
import { judgeSource } from './judgeSource';

const HOUR = 3_600_000;

function judge(more: Partial<PeopleSource> = {}) {
  const lastSync = more.lastSync ?? more.syncs?.[0] ?? aSync();
  const source = {
    id: 'LdapOrgEntityProvider:default',
    kind: 'ldap' as const,
    title: 'LDAP directory',
    users: 10,
    groups: 2,
    schedule: { everyMs: HOUR },
    lastReadAt: ago(1),
    lastSync,
    syncs: [lastSync],
    invalid: [],
    invalidCount: 0,
    canSync: true,
    ...more,
  };
  return judgeSource({ source, now: NOW });
}

const kinds = (more?: Partial<PeopleSource>) =>
  judge(more).map(({ kind, severity }) => `${severity} ${kind}`);

it('finds nothing wrong with a source that is read in time', () => {
  expect(judge()).toEqual([]);
});

it('tells a sync that failed, with what the source has said', () => {
  const [trouble] = judge({
    lastSync: aSync({ outcome: 'failed', error: 'invalid credentials' }),
  });
  expect(trouble).toEqual({
    kind: 'failed',
    severity: 'fail',
    cause: 'It could not be read: invalid credentials.',
    remedy: expect.stringContaining('stay as they were'),
  });
  const [silent] = judge({ lastSync: aSync({ outcome: 'failed' }) });
  expect(silent.cause).toContain('has not said why');
  expect(silent.remedy).toContain('the log of the portal');
});

it('warns when a source was not read for three times its interval', () => {
  expect(kinds({ lastReadAt: ago(3 * 60) })).toEqual([]);
  expect(judge({ lastReadAt: ago(3 * 60 + 5) })).toMatchObject([
    {
      kind: 'stale',
      severity: 'warn',
      cause:
        'Users and groups were last read 3 hours, 5 minutes ago, and should be every 1 hour.',
    },
  ]);
  // A cron expression has no interval.
  expect(kinds({ lastReadAt: ago(10_000), schedule: {} })).toEqual([]);
  expect(kinds({ lastReadAt: ago(10_000), kind: 'github' })).toEqual([]);
});

describe('a sync that removed most users', () => {
  const gone = change(...Array.from({ length: 6 }, (_, i) => `user:a/u${i}`));
  const sync = (minutes: number) =>
    aSync({ removed: gone, users: 4, endedAt: ago(minutes) });

  it('is warned of, also when others have followed', () => {
    const syncs = [aSync({ users: 4 }), sync(60)];
    expect(judge({ users: 4, syncs })).toMatchObject([
      {
        kind: 'halved',
        severity: 'warn',
        cause: `A sync removed 6 of 10 users at once (${ago(60)}).`,
      },
    ]);
  });

  it('is forgotten when they are back, and after a week', () => {
    expect(kinds({ users: 9, syncs: [aSync(), sync(60)] })).toEqual([]);
    expect(kinds({ users: 4, syncs: [sync(8 * 24 * 60)] })).toEqual([]);
  });

  it('is none when half stay, or when those that went are groups', () => {
    const half = change(...gone.names.slice(0, 5));
    expect(
      kinds({ users: 5, syncs: [aSync({ removed: half, users: 5 })] }),
    ).toEqual([]);
    const groups = change('group:a/x', 'group:a/y');
    expect(
      kinds({ users: 1, syncs: [aSync({ removed: groups, users: 1 })] }),
    ).toEqual([]);
  });
});

it('tells what was left out, and why', () => {
  expect(
    judge({
      lastSync: aSync({
        conflicts: change('user:a/a', 'user:a/b', 'user:a/c', 'user:a/d'),
        notices: [
          { level: 'error', message: 'Failed fetching users of acme' },
          { level: 'info', message: 'Skipped user: bot' },
        ],
      }),
      invalid: [{ entityRef: 'user:a/x', message: 'no name' }],
      invalidCount: 3,
    }).map(({ kind, cause }) => [kind, cause]),
  ).toEqual([
    ['partial', 'A part could not be read: Failed fetching users of acme.'],
    ['invalid', 'user:a/x and 2 more are not valid: no name.'],
    [
      'conflicts',
      'user:a/a, user:a/b, user:a/c and 1 more are left out: another source has the name.',
    ],
  ]);
});

it('warns of a source that has nobody', () => {
  expect(kinds({ users: 0, lastSync: aSync({ users: 0 }) })).toEqual([
    'warn nobody',
  ]);
});

it('tells what the mirror of GitHub knows, the worst first', () => {
  expect(
    judge({
      kind: 'github',
      invalid: [{ entityRef: 'user:a/x', message: 'no name' }],
      invalidCount: 1,
      organisations: [
        { host: 'github.com', organisation: 'acme', problem: 'away' },
        {
          host: 'github.com',
          organisation: 'beta',
          held: { remove: 3, of: 5, reason: 'too many' },
        },
      ],
    }),
  ).toMatchObject([
    { kind: 'failed', cause: 'The people of acme could not be read: away.' },
    {
      kind: 'held',
      cause:
        'The removal of 3 of 5 people and teams of beta is held: too many.',
    },
    { kind: 'invalid' },
  ]);
});
