import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  judgeFreshness,
  type HeldPlan,
  type OrganisationStatus,
} from '@callboard/plugin-github-common';

/**
 * Tells the log once when an organisation stops being as fresh as it should be, or removals are held, and once when that is over. What it
 * says is for those who have no metrics; a check says the same on the page.
 */
export function createFreshnessAlarm(options: {
  logger: LoggerService;
  now(): Date;
}): (statuses: OrganisationStatus[]) => void {
  const { logger, now } = options;
  /** By what is told and of whom: the words of its end. */
  let told = new Map<string, string>();

  return statuses => {
    const found = new Map<string, { warning: string; end: string }>(
      statuses.flatMap(status => troublesOf({ status, now: now() })),
    );
    for (const [key, { warning }] of found) {
      if (!told.has(key)) logger.warn(warning);
    }
    for (const [key, end] of told) {
      if (!found.has(key)) logger.info(end);
    }
    told = new Map([...found].map(([key, { end }]) => [key, end]));
  };
}

function troublesOf(options: {
  status: OrganisationStatus;
  now: Date;
}): [string, { warning: string; end: string }][] {
  const { status } = options;
  const name = `${status.organisation} at ${status.host}`;
  const held = [status.held, status.heldPeople].filter(
    (plan): plan is HeldPlan => plan !== undefined,
  );
  return [
    ...judgeFreshness(options).map(
      ({ kind, cause, remedy }): ReturnType<typeof troublesOf>[number] => [
        `${name} ${kind}`,
        {
          warning: `The catalog of ${name} is not as fresh as it should be. ${cause} ${remedy}`,
          end: `The catalog of ${name} is as fresh as it should be again (${kind})`,
        },
      ],
    ),
    ...held.map(
      ({
        id,
        what,
        remove,
        of,
        reason,
      }): ReturnType<typeof troublesOf>[number] => [
        `${name} held ${id}`,
        {
          warning: `Removals are held: ${remove} of ${of} ${what} of ${name} would go, since ${reason}. Nothing is removed until an operator accepts it on the page Connections, or a later run shows something else.`,
          end: `Removals of ${what} of ${name} are not held any more`,
        },
      ],
    ),
  ];
}
