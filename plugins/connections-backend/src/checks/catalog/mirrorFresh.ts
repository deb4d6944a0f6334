import {
  judgeFreshness,
  lengthOfTime,
  type OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { Check, Finding } from '../Check';
import { counted } from '../text/counted';
import { mirrorOrganisations, organisationTitle } from './mirrorOrganisations';

const TITLE = 'The catalog follows GitHub';
const PAGE = {
  title: 'Catalog from GitHub',
  href: '/connections#catalog-from-github',
};

/** Whether each organisation that is mirrored is as fresh as it should be: runs succeed and come in time, changes arrive soon enough. */
export const mirrorFresh: Check = {
  id: 'mirror-fresh',
  group: 'catalog',
  title: TITLE,
  run: input =>
    mirrorOrganisations({
      input,
      title: TITLE,
      saysUnknown: true,
      judge: status => judge({ status, now: input.context.now() }),
    }),
};

function judge(options: { status: OrganisationStatus; now: Date }): Finding[] {
  const { status } = options;
  const { host, organisation } = status;
  const base = {
    host,
    check: `The catalog follows ${organisationTitle(status)}`,
  };
  const subject = `${host}:${organisation}`;
  const troubles = judgeFreshness(options);
  if (troubles.length === 0) {
    return [
      { ...base, subject, status: 'pass', cause: proof(options), remedy: '' },
    ];
  }
  return troubles.map(({ severity, cause, remedy, kind }) => ({
    ...base,
    // What is late and what fails are two things to mend.
    subject: troubles.length > 1 ? `${subject}:${kind}` : subject,
    status: severity,
    cause,
    remedy,
    links: [PAGE],
  }));
}

function proof(options: { status: OrganisationStatus; now: Date }): string {
  const { status, now } = options;
  const { repositories, lag, lastPeopleAt } = status;
  const last = status.lastIncrementalAt ?? status.lastFullAt;
  const since = (at: string) =>
    lengthOfTime(Math.max(0, now.getTime() - Date.parse(at)));
  return [
    last &&
      `${counted(
        repositories,
        'repository',
        'repositories',
      )}, looked at ${since(last)} ago.`,
    lag &&
      `Half of ${counted(
        lag.samples,
        'change',
      )} of the last hour were in the catalog within ${lengthOfTime(lag.p50)}.`,
    lastPeopleAt && `People and teams were read ${since(lastPeopleAt)} ago.`,
  ]
    .filter(Boolean)
    .join(' ');
}
