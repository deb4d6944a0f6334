import type {
  PeopleSource,
  PeopleTrouble,
} from '@callboard/plugin-access-common';
import { lengthOfTime } from '@callboard/plugin-github-common';
import type { Check, Finding } from '../Check';
import { counted } from '../text/counted';

const TITLE = 'Users and groups are read';
const PAGE = { title: 'Organisation data', href: '/access/organisations' };

/** What other checks say of GitHub, which has a mirror of its own: `mirror-fresh`, `mirror-held`. */
const OF_THE_MIRROR: PeopleTrouble['kind'][] = ['failed', 'held'];

/** Whether each source of users and groups is read in time and completely. */
export const organisationData: Check = {
  id: 'organisation-data',
  group: 'catalog',
  title: TITLE,
  async run({ context, signal }) {
    const answer = await context.people?.sources({ signal });
    if (answer?.state === 'known') {
      const now = context.now();
      return answer.sources.flatMap(source => judge({ source, now }));
    }
    if (answer?.state !== 'unknown') return [];
    return [
      {
        check: TITLE,
        status: 'warn',
        cause: `${answer.reason}.`,
        remedy: answer.remedy,
      },
    ];
  },
};

function judge(options: { source: PeopleSource; now: Date }): Finding[] {
  const { source } = options;
  const { id, kind, title } = source;
  const check = `Users and groups of ${title} are read`;
  const troubles = source.troubles.filter(
    each => kind !== 'github' || !OF_THE_MIRROR.includes(each.kind),
  );
  if (troubles.length === 0) {
    return [
      { subject: id, check, status: 'pass', cause: proof(options), remedy: '' },
    ];
  }
  return troubles.map(({ kind: trouble, severity, cause, remedy }, index) => ({
    subject: troubles.length > 1 ? `${id}:${trouble}:${index}` : id,
    check,
    status: severity,
    cause,
    remedy,
    links: [PAGE],
  }));
}

function proof(options: { source: PeopleSource; now: Date }): string {
  const { source, now } = options;
  const { users = 0, groups = 0, lastReadAt } = source;
  const known = `${counted(users, 'user')} and ${counted(groups, 'group')}`;
  if (!lastReadAt) return `${known}; it was not read yet.`;
  const since = Math.max(0, now.getTime() - Date.parse(lastReadAt));
  return `${known}, read ${lengthOfTime(since)} ago.`;
}
