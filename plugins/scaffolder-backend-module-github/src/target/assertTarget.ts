import { InputError } from '@backstage/errors';
import { hasControls } from './hasControls';
import { isBranchName } from './isBranchName';
import { isPlainPath } from './isPlainPath';

/** As GitHub gives them; with an underscore those of managed users. */
const OWNER = /^[a-z\d](?:[a-z\d_-]{0,99})$/i;
const REPOSITORY = /^(?!\.{1,2}$)(?!-)(?!.*\.git$)[\w.-]{1,100}$/;

const BRANCHES = [
  'defaultBranch',
  'branchName',
  'targetBranchName',
  'branch',
  'branchOrTagName',
  'sourceBranch',
];
/** What a commit says of its author ends with `<`, `>` or the line. */
const AUTHOR = ['gitAuthorName', 'gitAuthorEmail'];
const PATHS = ['sourcePath', 'targetPath'];

/** What is wrong, and how it has to be; for `InputError`. */
const wrong = (key: string, value: unknown, rule: string) =>
  new InputError(
    `The input ${key} ${JSON.stringify(value)} is not allowed: ${rule}`,
  );

/**
 * Refuses what would reach something else than the repository, branch or folder that a step seems to name: ways out of a path, options of
 * programs, control characters, crafted refs. Throws `InputError` before anything is asked or run.
 */
export function assertTarget(input: Record<string, unknown>): void {
  if (typeof input.repoUrl === 'string') assertRepoUrl(input.repoUrl);
  for (const key of BRANCHES) {
    const value = input[key];
    if (typeof value === 'string' && value && !isBranchName(value)) {
      throw wrong(key, value, 'git has no such names of branches');
    }
  }
  for (const key of PATHS) {
    const value = input[key];
    if (typeof value === 'string' && !isPlainPath(value)) {
      throw wrong(key, value, 'it has to be a path below the workspace');
    }
  }
  for (const [key, name] of namesIn(input)) {
    // An address with such a part in it is another address.
    if (hasControls(name) || name.split(/[\\/:]/).some(isDots)) {
      throw wrong(key, name, 'GitHub has no such names');
    }
  }
  for (const key of AUTHOR) {
    const value = input[key];
    if (
      typeof value === 'string' &&
      (hasControls(value) || /[<>]/.test(value))
    ) {
      throw wrong(key, value, 'git cannot keep it in a commit');
    }
  }
  const deleted = Array.isArray(input.filesToDelete) ? input.filesToDelete : [];
  for (const value of deleted) {
    if (typeof value === 'string' && !isPlainPath(value)) {
      throw wrong(
        'filesToDelete',
        value,
        'it has to be a path in the repository',
      );
    }
  }
}

function isDots(part: string): boolean {
  return part === '.' || part === '..';
}

/** What becomes a part of an address, by the input that it is in: people, teams, environments, workflows, secrets, variables. */
function namesIn(input: Record<string, unknown>): Array<[string, string]> {
  const texts: Array<[string, unknown]> = [
    ...['access', 'workflowId', 'name', 'privateKeySecretName'].map(
      (key): [string, unknown] => [key, input[key]],
    ),
    ...['secrets', 'repoVariables', 'environmentVariables'].flatMap(key =>
      Object.keys((input[key] as object | undefined) ?? {}).map(
        (name): [string, unknown] => [key, name],
      ),
    ),
    ...['collaborators', 'reviewers'].flatMap(key =>
      (Array.isArray(input[key]) ? (input[key] as unknown[]) : []).flatMap(
        (one): Array<[string, unknown]> =>
          typeof one === 'object' && one !== null
            ? Object.values(one).map(value => [key, value])
            : [[key, one]],
      ),
    ),
  ];
  return texts.filter(
    (one): one is [string, string] => typeof one[1] === 'string',
  );
}

function assertRepoUrl(repoUrl: string): void {
  if (hasControls(repoUrl)) {
    throw wrong('repoUrl', repoUrl, 'it has control characters');
  }
  let url: URL;
  try {
    url = new URL(`https://${repoUrl}`);
  } catch {
    // Stock's own words follow.
    return;
  }
  if (url.username || url.password) {
    throw wrong('repoUrl', repoUrl, 'it names a user before the host');
  }
  // Slashes at the ends are dropped, as stock does.
  const named = (key: string) =>
    url.searchParams.get(key)?.replace(/^\/+|\/+$/g, '');
  const owner = named('owner');
  if (owner && !OWNER.test(owner)) {
    throw wrong(
      'repoUrl',
      repoUrl,
      `GitHub has no owners called ${JSON.stringify(owner)}`,
    );
  }
  const repo = named('repo');
  if (repo && !REPOSITORY.test(repo)) {
    throw wrong(
      'repoUrl',
      repoUrl,
      `GitHub has no repositories called ${JSON.stringify(
        repo,
      )}; use letters, digits, ".", "-" and "_"`,
    );
  }
}
