import type { Config } from '@backstage/config';
import { discoveryProviders } from '../../facts/organisations/discoveryProviders';
import { inferenceOf } from '../../needs/features/inferenceOf';
import { messageOf } from '../../inspection/messageOf';
import type { Check, CheckInput, Finding } from '../Check';
import { remembered } from '../remembered';
import { counted } from '../text/counted';
import { listed } from '../text/listed';
import { hindranceOf } from './hindranceOf';

const MOST_REPOSITORIES = 100;

/** GitHub's newest repositories of an owner, and whether the file is in the default branch. One point of the GraphQL limit. */
const QUERY = `query ($owner: String!, $expression: String!, $count: Int!) {
  repositoryOwner(login: $owner) {
    repositories(first: $count, ownerAffiliations: OWNER, orderBy: { field: PUSHED_AT, direction: DESC }) {
      totalCount
      nodes {
        name
        isArchived
        defaultBranchRef { name }
        object(expression: $expression) { __typename }
      }
    }
  }
}`;

interface Answer {
  repositoryOwner: {
    repositories: {
      totalCount: number;
      nodes: {
        name: string;
        isArchived: boolean;
        defaultBranchRef: { name: string } | null;
        object: { __typename: string } | null;
      }[];
    };
  } | null;
}

/** An entity does not appear, mostly since its repository has no file for it where it is looked for. */
export const catalogFiles: Check = {
  id: 'catalog-files',
  group: 'catalog',
  title: 'Repositories have a file for the catalog',
  async run({ context, hosts, asked, signal }) {
    const providers = discoveryProviders({ config: context.config }).filter(
      ({ host }) => hosts.some(each => each.host === host),
    );
    const found = await Promise.all(
      providers.map(async ({ host, organization: owner, configKey }) => {
        const [path, ...others] = pathsOf(context.config, configKey);
        // A pattern says nothing of one file, and of several files it takes one.
        if (!owner || others.length > 0 || /[*?{]/.test(path)) return [];
        const finding = await remembered({
          key: `catalog-files:${host}:${owner}:${path}`,
          context,
          asked,
          find: () =>
            look({ context, hosts, asked, host, owner, path, signal }),
          isGood: ({ status }) => status === 'pass',
        });
        return [finding];
      }),
    );
    return found.flat();
  },
};

function pathsOf(config: Config, configKey: string): string[] {
  const key = `${configKey}.catalogPath`;
  const paths = Array.isArray(config.getOptional(key))
    ? config.getStringArray(key)
    : [config.getOptionalString(key) ?? '/catalog-info.yaml'];
  return paths.map(path => path.replace(/^\//, ''));
}

async function look(options: {
  context: CheckInput['context'];
  hosts: CheckInput['hosts'];
  asked: boolean;
  host: string;
  owner: string;
  path: string;
  signal: AbortSignal;
}): Promise<Finding> {
  const { context, hosts, asked, host, owner, path, signal } = options;
  const base = {
    subject: `${host}:${owner}`,
    host,
    check: `Repositories of ${owner} have ${path}`,
  };
  const webUrl = context.github.credentials
    .hosts()
    .find(each => each.host === host)?.webUrl;
  const url = `${webUrl}/${owner}`;
  const hindered = async (at?: string): Promise<Finding | undefined> => {
    const hindrance = await hindranceOf({ url, at, context, hosts, asked });
    return (
      hindrance && {
        ...base,
        status: 'warn',
        ...hindrance,
        cause: `${hindrance.cause} So the repositories of ${owner} cannot be listed.`,
      }
    );
  };
  const before = await hindered();
  if (before) return before;
  let answer: Answer;
  try {
    const client = await context.github.forPlugin('connections').client({
      url,
      signal,
      retries: 0,
      patienceMs: 2_000,
    });
    answer = await client.graphql<Answer>(QUERY, {
      owner,
      expression: `HEAD:${path}`,
      count: MOST_REPOSITORIES,
    });
  } catch (error) {
    // What GitHub has just refused may be a limit, which is known now.
    const after = await hindered(context.now().toISOString());
    if (after) return after;
    return {
      ...base,
      status: 'warn',
      cause: `The repositories of ${owner} could not be listed: ${messageOf(
        error,
      )}`,
      remedy:
        'See the results of the connections: without a credential that lists them, discovery finds nothing either.',
    };
  }
  const repositories = answer.repositoryOwner?.repositories;
  const live = (repositories?.nodes ?? []).filter(
    ({ isArchived, defaultBranchRef }) => !isArchived && defaultBranchRef,
  );
  const without = live.filter(({ object }) => !object).map(({ name }) => name);
  const sample =
    (repositories?.totalCount ?? 0) > MOST_REPOSITORIES
      ? `Of the ${MOST_REPOSITORIES} repositories with the newest pushes`
      : `Of ${counted(live.length, 'repository', 'repositories')}`;
  const isInferred = inferenceOf({ config: context.config }) !== undefined;
  if (live.length === 0 || (without.length === live.length && !isInferred)) {
    return {
      ...base,
      status: 'warn',
      cause:
        live.length === 0
          ? `The credential for ${owner} sees no repository with a commit there.`
          : `${sample} none has ${path} in its default branch.`,
      remedy:
        live.length === 0
          ? `See that the App is installed on the repositories of ${owner}, or that the token reaches them.`
          : `Commit a ${path} to the root of the default branch of a repository; "callboard import github" writes many at once.`,
    };
  }
  return {
    ...base,
    status: 'pass',
    cause:
      without.length === 0
        ? `${sample} all have it.`
        : `${sample} ${live.length - without.length} ${
            live.length - without.length === 1 ? 'has' : 'have'
          } it. ${
            isInferred
              ? 'Without it, and so inferred'
              : 'Without it, and so not in the catalog'
          }: ${listed(without)}.`,
    remedy: '',
  };
}
