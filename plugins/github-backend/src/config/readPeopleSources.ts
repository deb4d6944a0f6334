import { readSchedulerServiceTaskScheduleDefinitionFromConfig as readSchedule } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ProblemList } from './createProblemList';
import type { PeopleSource } from './GithubSettings';
import { isLogin } from './isLogin';
import { SCHEDULE_KEYS } from './repositoryKeys';
import { type KnownKeys, tellUnknownKeys } from './tellUnknownKeys';
import { unknownHost } from './unknownHost';

const KEY = 'catalog.providers.githubOrg';

const PEOPLE_KEYS: KnownKeys = {
  id: true,
  githubUrl: true,
  orgs: true,
  schedule: SCHEDULE_KEYS,
  excludeSuspendedUsers: true,
  // An experiment of stock, which is taken and has no effect.
  experimental_checkForSuspendedUsersWithRest: true,
  defaultUserTransformer: { useVerifiedEmails: true },
  outsideCollaborators: true,
  pageSizes: { teams: true, teamMembers: true, organizationMembers: true },
};

/** `catalog.providers.githubOrg`, one entry or a list, with stock's options and `outsideCollaborators`. */
export function readPeopleSources(options: {
  config: Config;
  isKnownHost: (host: string) => boolean;
  problems: ProblemList;
}): PeopleSource[] {
  const { config, isKnownHost, problems } = options;
  const value = config.getOptional(KEY);
  if (!value) return [];
  const isList = Array.isArray(value);
  const blocks =
    problems.attempt(KEY, () =>
      isList ? config.getConfigArray(KEY) : [config.getConfig(KEY)],
    ) ?? [];
  const sources = blocks.map((block, index) =>
    readPeopleSource({
      at: isList ? `${KEY}[${index}]` : KEY,
      block,
      isKnownHost,
      problems,
    }),
  );
  const ids = sources.flatMap(source => (source ? [source.id] : []));
  for (const id of new Set(ids.filter((id_, i) => ids.indexOf(id_) !== i))) {
    problems.add(KEY, `two entries have the id "${id}"; each needs its own`);
  }
  return sources.flatMap(source =>
    source
      ? [
          {
            ...source,
            alwaysUseDefaultNamespace:
              blocks.length === 1 && source.orgs?.length === 1,
          },
        ]
      : [],
  );
}

function readPeopleSource(options: {
  at: string;
  block: Config;
  isKnownHost: (host: string) => boolean;
  problems: ProblemList;
}): Omit<PeopleSource, 'alwaysUseDefaultNamespace'> | undefined {
  const { at, block, isKnownHost, problems } = options;
  const read = <T>(key: string, get: (path: string) => T) =>
    problems.attempt(`${at}.${key}`, () => get(key));
  const flag = (key: string) =>
    read(key, path => block.getOptionalBoolean(path)) ?? false;
  const size = (key: string) => {
    const number = read(`pageSizes.${key}`, path =>
      block.getOptionalNumber(path),
    );
    if (number !== undefined && !(number >= 1 && number <= 100)) {
      problems.add(
        `${at}.pageSizes.${key}`,
        "it must be from 1 to 100, which is GitHub's own limit",
      );
    }
    return number;
  };

  tellUnknownKeys({ config: block, at, known: PEOPLE_KEYS, problems });
  const id = read('id', path => block.getString(path));
  const githubUrl = read('githubUrl', path => block.getString(path));
  const host = read('githubUrl', () => hostOf(githubUrl));
  if (host && !isKnownHost(host)) {
    problems.add(`${at}.githubUrl`, unknownHost(host));
  }
  const orgs = read('orgs', path => block.getOptionalStringArray(path));
  for (const org of orgs ?? []) {
    if (!isLogin(org)) {
      problems.add(
        `${at}.orgs`,
        `"${org}" is not an organisation's name; write it as in github.com/NAME, without the address`,
      );
    }
  }
  const schedule = read('schedule', path =>
    readSchedule(block.getConfig(path)),
  );
  const source = {
    excludeSuspendedUsers: flag('excludeSuspendedUsers'),
    useVerifiedEmails: flag('defaultUserTransformer.useVerifiedEmails'),
    outsideCollaborators: flag('outsideCollaborators'),
    pageSizes: {
      teams: size('teams'),
      teamMembers: size('teamMembers'),
      organizationMembers: size('organizationMembers'),
    },
  };
  return id && githubUrl && host && schedule
    ? {
        id,
        providerName: `GithubMultiOrgEntityProvider:${id}`,
        githubUrl,
        host,
        ...(orgs && { orgs }),
        schedule,
        ...source,
      }
    : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) {
    throw new InputError(
      'it is not an address; write it as https://github.com',
    );
  }
  return new URL(url).host;
}
