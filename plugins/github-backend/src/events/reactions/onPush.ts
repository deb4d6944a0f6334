import { Minimatch } from 'minimatch';
import type {
  GithubSettings,
  RepositorySource,
} from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import type { RepositoryHint } from '../../sync/RepositoryHint';
import type { PushPayload } from '../payloads/payloadSchemas';
import { pushedAtOf } from '../payloads/pushedAtOf';
import { touchedFiles, type TouchedFiles } from '../payloads/touchedFiles';
import type { Reaction } from './Reaction';
import { scmEventsOfPush } from './scmEventsOfPush';

/** GitHub may still answer from before the push for a moment after it; asked this long again. */
const SETTLES_WITHIN_MS = 10_000;

/** How many files are looked up by name; the rest waits for the catalog's own round. */
const MOST_FILES = 20_000;

/**
 * A push to a branch that a source reads. The mirror asks GitHub only where a descriptor, or something that an inferred entity is made of,
 * was touched, or where the list of files may be cut; other files only have what refers to them read again.
 */
export function onPush(options: {
  push: PushPayload;
  host: string;
  settings: GithubSettings;
}): Reaction[] {
  const { push, host, settings } = options;
  const { repository } = push;
  const owner = repository.owner.login;
  const branch = /^refs\/heads\/(.+)$/.exec(push.ref)?.[1];
  if (branch === undefined) {
    return [];
  }
  const files = touchedFiles(push);
  const isDefault = branch === repository.default_branch;
  const reactions: Reaction[] = [];
  if (isDefault) {
    const events = scmEventsOfPush({ push, files });
    if (events.length > 0) reactions.push({ kind: 'scm', events });
  }
  const sources = sourcesOf({ settings, host, owner }).filter(
    ({ filters }) =>
      (filters.branch ?? repository.default_branch) === branch &&
      (!filters.repository || filters.repository.test(repository.name)),
  );
  if (sources.length === 0) {
    return reactions;
  }

  const isDescriptor = matcherOf(sources);
  const others = [...files.all].filter(path => !isDescriptor(path));
  const infers = isDefault && settings.inference && touchesInferred(files);
  if (!files.complete || others.length < files.all.size || infers) {
    reactions.push(hintOf({ push, host, isDefault }));
  }
  if (others.length > 0) {
    reactions.push({
      kind: 'refresh',
      host,
      owner,
      keys: others
        .slice(0, MOST_FILES)
        .flatMap(path =>
          ['tree', 'blob'].map(
            form => `url:${repository.html_url}/${form}/${branch}/${path}`,
          ),
        ),
    });
  }
  return reactions;
}

function matcherOf(sources: RepositorySource[]): (path: string) => boolean {
  const patterns = sources
    .flatMap(({ catalogPaths }) => catalogPaths)
    .map(path => new Minimatch(path.replace(/^\//, '')));
  return path => patterns.some(pattern => pattern.match(path));
}

/** Whether an inferred entity may come out otherwise: its owner, or whether there are docs. */
function touchesInferred({ all, added, removed }: TouchedFiles): boolean {
  return (
    [...all].some(path => /^(\.github\/|docs\/)?CODEOWNERS$/.test(path)) ||
    [...added.keys(), ...removed.keys()].some(path =>
      /^(docs\/|mkdocs\.ya?ml$)/.test(path),
    )
  );
}

function hintOf(options: {
  push: PushPayload;
  host: string;
  isDefault: boolean;
}): Reaction {
  const { push, host, isDefault } = options;
  const { repository, after } = push;
  const pushedAt = pushedAtOf(push);
  const oid = isDefault && after && !/^0+$/.test(after) ? after : undefined;
  const hint: RepositoryHint = {
    host,
    owner: repository.owner.login,
    name: repository.name,
    repositoryId: repository.node_id,
    reason: 'push',
    ...(pushedAt && { happenedAt: new Date(pushedAt).toISOString() }),
    ...(oid &&
      pushedAt && {
        commit: oid,
        until: new Date(pushedAt + SETTLES_WITHIN_MS).toISOString(),
      }),
  };
  return {
    kind: 'hint',
    hint,
    ...(oid && { head: { url: repository.html_url, oid } }),
  };
}
