import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { MirrorAnswer } from '../../inspection/InspectionContext';
import type { Check, CheckInput } from '../Check';
import { mirrorFresh } from './mirrorFresh';
import { mirrorHeld } from './mirrorHeld';

const NOW = new Date('2026-11-26T10:00:00.000Z');

const run = (check: Check, answer?: MirrorAnswer) =>
  check.run({
    context: {
      now: () => NOW,
      ...(answer && { mirror: { status: async () => answer } }),
    },
    signal: new AbortController().signal,
  } as unknown as CheckInput);

const known = (...changes: Partial<OrganisationStatus>[]): MirrorAnswer => ({
  state: 'known',
  organisations: changes.map(change => ({
    host: 'github.com',
    organisation: 'acme',
    sources: ['acme'],
    repositories: 1_204,
    mirrored: 1_200,
    lastIncrementalAt: '2026-11-26T09:58:00.000Z',
    nextIncrementalAt: '2026-11-26T10:03:00.000Z',
    eventsInLastHour: 12,
    targetLagMs: 2_000,
    queued: 0,
    ...change,
  })),
});

const plan: HeldPlan = {
  id: 'plan-1',
  at: '2026-11-26T09:50:00.000Z',
  what: 'repositories',
  reason: 'the organisation suddenly lists 80 of 120 repositories',
  remove: 40,
  of: 120,
  names: ['shop', 'vault', 'tools', 'docs'],
};

describe('mirror-fresh', () => {
  it('says how fresh each organisation is', async () => {
    expect(
      await run(
        mirrorFresh,
        known(
          { lag: { p50: 410, p99: 700, samples: 3 } },
          {
            organisation: 'tools',
            lastPeopleAt: '2026-11-26T09:00:00.000Z',
          },
        ),
      ),
    ).toEqual([
      {
        subject: 'github.com:acme',
        host: 'github.com',
        check: 'The catalog follows acme at github.com',
        status: 'pass',
        cause:
          '1,204 repositories, looked at 2 minutes ago. Half of 3 changes of the last hour were in the catalog within 410 ms.',
        remedy: '',
      },
      expect.objectContaining({
        subject: 'github.com:tools',
        cause: expect.stringContaining('People and teams were read 1 hour ago'),
      }),
    ]);
  });

  it('says what keeps it from being fresh, each thing by itself', async () => {
    const problem = { at: '', message: 'App 7 is not installed in acme' };
    const lag = { p50: 9_000, p99: 9_000, samples: 1 };
    expect(await run(mirrorFresh, known({ problem, lag }))).toMatchObject([
      {
        subject: 'github.com:acme:failing',
        status: 'fail',
        cause: expect.stringContaining('App 7 is not installed in acme.'),
        remedy: expect.stringContaining('Nothing was removed'),
      },
      { subject: 'github.com:acme:slow', status: 'warn' },
    ]);
    expect(await run(mirrorFresh, known({ lag }))).toMatchObject([
      {
        subject: 'github.com:acme',
        status: 'warn',
        links: [
          {
            title: 'Catalog from GitHub',
            href: '/connections#catalog-from-github',
          },
        ],
      },
    ]);
  });

  it('warns when nobody can tell, and says nothing where GitHub is not mirrored', async () => {
    expect(
      await run(mirrorFresh, {
        state: 'unknown',
        reason: 'It does not answer',
        remedy: 'Wait.',
      }),
    ).toEqual([
      {
        check: 'The catalog follows GitHub',
        status: 'warn',
        cause: 'It does not answer.',
        remedy: 'Wait.',
      },
    ]);
    expect(await run(mirrorFresh, { state: 'absent' })).toEqual([]);
    expect(await run(mirrorFresh)).toEqual([]);
  });
});

describe('mirror-held', () => {
  it('fails for each plan, with what would go and why', async () => {
    const people: HeldPlan = {
      ...plan,
      what: 'people',
      names: ['mel'],
      remove: 1,
      cause: 'App 7 is not installed in acme any more',
    };
    const [repositories, ofPeople] = await run(
      mirrorHeld,
      known({ held: plan, heldPeople: people }),
    );
    expect(repositories).toEqual({
      subject: 'github.com:acme:repositories',
      host: 'github.com',
      check: 'Nothing of acme at github.com waits to be removed',
      status: 'fail',
      cause:
        'Since 2026-11-26T09:50:00.000Z the removal of 40 of 120 repositories is held: the organisation suddenly lists 80 of 120 repositories. It would remove shop, vault, tools and 37 more.',
      remedy: expect.stringContaining('accept the removal'),
      links: [
        {
          title: 'Catalog from GitHub',
          href: '/connections#catalog-from-github',
        },
      ],
    });
    expect(ofPeople).toMatchObject({
      subject: 'github.com:acme:people',
      cause: expect.stringContaining(
        'App 7 is not installed in acme any more. It would remove mel.',
      ),
      remedy: expect.stringContaining('mend the cause'),
    });
  });

  it('passes where nothing is held, and leaves it to mirror-fresh to say that nobody can tell', async () => {
    expect(await run(mirrorHeld, known({}))).toMatchObject([
      { status: 'pass' },
    ]);
    const answer = { state: 'unknown', reason: '', remedy: '' } as const;
    expect(await run(mirrorHeld, answer)).toEqual([]);
  });
});
