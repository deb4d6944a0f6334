import type {
  PeopleChange,
  PeopleSource,
  PeopleSync,
  PeopleTrouble,
} from '@callboard/plugin-access-common';
import { Duration } from 'luxon';

/** A source is late when it was not read for so many times its interval. */
const LATE_AFTER = 3;
/** How long a sync that removed most people is warned of. */
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000;

const CONNECTIONS = 'the page Connections says whether it is reached';

/** What is wrong with a source, worst first. */
export function judgeSource(options: {
  source: Omit<PeopleSource, 'troubles'>;
  now: Date;
}): PeopleTrouble[] {
  const { source } = options;
  return [
    ...failed(source),
    ...held(source),
    ...halved(options),
    ...late(options),
    ...nobody(source),
    ...partial(source),
    ...invalid(source),
    ...conflicts(source),
  ].sort((a, b) => rank(a) - rank(b));
}

type Source = Omit<PeopleSource, 'troubles'>;

function rank({ severity }: PeopleTrouble): number {
  return severity === 'fail' ? 0 : 1;
}

function failed(source: Source): PeopleTrouble[] {
  const { lastSync, organisations = [] } = source;
  const remedy = 'Users and groups stay as they were read last.';
  const broken = organisations
    .filter(({ problem }) => problem)
    .map(
      ({ organisation, problem }): PeopleTrouble => ({
        kind: 'failed',
        severity: 'fail',
        cause: `The people of ${organisation} could not be read: ${sentence(
          problem!,
        )}`,
        remedy: `See the page Connections. ${remedy}`,
      }),
    );
  if (lastSync?.outcome !== 'failed') return broken;
  return [
    ...broken,
    {
      kind: 'failed',
      severity: 'fail',
      cause: lastSync.error
        ? `It could not be read: ${sentence(lastSync.error)}`
        : 'It could not be read, and has not said why.',
      remedy: `Look at its address and its credential; ${
        lastSync.error ? '' : 'the log of the portal says more, and '
      }${CONNECTIONS}. ${remedy}`,
    },
  ];
}

function held({ organisations = [] }: Source): PeopleTrouble[] {
  return organisations.flatMap(({ organisation, held: plan }) =>
    plan
      ? [
          {
            kind: 'held' as const,
            severity: 'fail' as const,
            cause: `The removal of ${plan.remove} of ${
              plan.of
            } people and teams of ${organisation} is held: ${sentence(
              plan.reason,
            )}`,
            remedy:
              'If this is so at GitHub, accept the removal below "Catalog from GitHub" on the page Connections.',
          },
        ]
      : [],
  );
}

/** A source that answers wrongly, but with success, takes people away from whom nobody has taken anything. */
function halved(options: { source: Source; now: Date }): PeopleTrouble[] {
  const { source, now } = options;
  const { users, syncs } = source;
  const found = syncs.find(sync => {
    const before = usersBefore(sync);
    return (
      sync.removed.users * 2 > before &&
      now.getTime() - Date.parse(sync.endedAt) < REMEMBERED_MS &&
      // Most of them may be back.
      (users === undefined || users * 2 < before)
    );
  });
  if (!found) return [];
  return [
    {
      kind: 'halved',
      severity: 'warn',
      cause: `A sync removed ${found.removed.users} of ${usersBefore(
        found,
      )} users at once (${found.endedAt}).`,
      remedy:
        'See that the source still shows the portal everybody: its filter, the rights of its credential, the place that is searched. When they are back there, "Sync now" brings them back here.',
    },
  ];
}

function usersBefore({ users, added, removed }: PeopleSync): number {
  return users + removed.users - added.users;
}

/** GitHub is not asked about those of whom nothing has changed; whether it is late, the mirror knows. */
function late(options: { source: Source; now: Date }): PeopleTrouble[] {
  const { source, now } = options;
  const { kind, lastReadAt, schedule } = source;
  if (kind === 'github' || !lastReadAt || !schedule?.everyMs) return [];
  const sinceMs = now.getTime() - Date.parse(lastReadAt);
  if (sinceMs <= LATE_AFTER * schedule.everyMs) return [];
  return [
    {
      kind: 'stale',
      severity: 'warn',
      cause: `Users and groups were last read ${inWords(
        sinceMs,
      )} ago, and should be every ${inWords(schedule.everyMs)}.`,
      remedy: `Who has left since can still sign in. Look at what went wrong; ${CONNECTIONS}.`,
    },
  ];
}

function nobody({ kind, lastSync, users }: Source): PeopleTrouble[] {
  // GitHub's sync is what changed, and is missing where nothing ever has.
  if (kind === 'github' || lastSync?.outcome !== 'read' || users !== 0) {
    return [];
  }
  return [
    {
      kind: 'nobody',
      severity: 'warn',
      cause: 'It was read with success, and has no users.',
      remedy:
        'Look at its filter, at the place that is searched, and at the rights of its credential.',
    },
  ];
}

function partial({ lastSync }: Source): PeopleTrouble[] {
  if (lastSync?.outcome !== 'read') return [];
  const errors = lastSync.notices.filter(({ level }) => level === 'error');
  if (errors.length === 0) return [];
  return [
    {
      kind: 'partial',
      severity: 'warn',
      cause: `A part could not be read: ${sentence(errors[0].message)}`,
      remedy:
        errors.length > 1
          ? `${
              errors.length - 1
            } more such lines stand in the details of the source.`
          : 'What it is about may be missing in the catalog until it can be read.',
    },
  ];
}

function conflicts({ syncs }: Source): PeopleTrouble[] {
  const change = syncs.find(({ outcome }) => outcome === 'read')?.conflicts;
  if (!change || change.count === 0) return [];
  return [
    {
      kind: 'conflicts',
      severity: 'warn',
      cause: `${listed(change)} left out: another source has the name.`,
      remedy:
        'Give one of them another name or namespace, or leave it out of one source.',
    },
  ];
}

function invalid({ invalid: some, invalidCount }: Source): PeopleTrouble[] {
  if (invalidCount === 0) return [];
  const [{ entityRef, message }] = some;
  return [
    {
      kind: 'invalid',
      severity: 'warn',
      cause: `${
        invalidCount === 1
          ? `${entityRef} is`
          : `${entityRef} and ${invalidCount - 1} more are`
      } not valid: ${sentence(message)}`,
      remedy: 'Correct the entry at its source; the next sync takes it in.',
    },
  ];
}

function listed({ count, names }: PeopleChange): string {
  const shown = names.slice(0, 3).join(', ');
  if (count === 1) return `${shown} is`;
  return count > 3 ? `${shown} and ${count - 3} more are` : `${shown} are`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `2 hours`, `3 days, 4 hours` */
function inWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const shown = Object.entries(
    Duration.fromObject({ minutes })
      .shiftTo('days', 'hours', 'minutes')
      .toObject(),
  ).filter(([, value]) => value);
  return shown
    .slice(0, 2)
    .map(
      ([unit, value]) => `${value} ${value === 1 ? unit.slice(0, -1) : unit}`,
    )
    .join(', ');
}
