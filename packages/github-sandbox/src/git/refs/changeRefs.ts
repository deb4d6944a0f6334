import { Core } from '../Core';
import { isAncestor } from '../history/isAncestor';
import { isValidRefName } from '../isValidRefName';
import { CreateRefOutcome, DeleteRefOutcome, UpdateRefOutcome } from '../types';

// A branch can only be at a commit, any other ref at any object.
async function canPointAt(
  core: Core,
  options: { ref: string; sha: string },
): Promise<boolean> {
  const type = (await core.objects.readHeader(options.sha))?.type;
  return options.ref.startsWith('refs/heads/')
    ? type === 'commit'
    : type !== undefined;
}

/** Makes a ref. See https://docs.github.com/en/rest/git/refs#create-a-reference for the names that are taken. */
export function createRef(options: {
  core: Core;
  ref: string;
  sha: string;
}): Promise<CreateRefOutcome> {
  const { core, ref, sha } = options;
  return core.mutex.run(async () => {
    if (!isAllowedName(ref)) {
      return 'invalidName';
    }
    if (await core.refs.read(ref)) {
      return 'exists';
    }
    if (!(await canPointAt(core, options))) {
      return 'objectMissing';
    }
    if (await core.refs.conflicts(ref)) {
      return 'nameConflict';
    }
    await core.refs.write({ ref, sha });
    return 'created';
  });
}

// `refs/` and two slashes; a branch or tag may not look like a SHA, nor a branch like an option of git.
function isAllowedName(ref: string): boolean {
  return (
    /^refs\/[^/]+\/./.test(ref) &&
    isValidRefName(ref) &&
    !/^refs\/(?:heads|tags)\/(?:[0-9a-fA-F]{40}$|-)/.test(ref)
  );
}

/** Moves a ref; without `force` only to a commit that contains the old one. */
export function updateRef(options: {
  core: Core;
  ref: string;
  sha: string;
  force?: boolean;
}): Promise<UpdateRefOutcome> {
  const { core, ref, sha, force } = options;
  return core.mutex.run(async () => {
    const before = await core.refs.read(ref);
    if (!before) {
      return 'missing';
    }
    if (!(await canPointAt(core, options))) {
      return 'objectMissing';
    }
    const { objects } = core;
    const isMove = before !== sha && !force;
    if (isMove && !(await isAncestor({ objects, ancestor: before, of: sha }))) {
      return 'notFastForward';
    }
    await core.refs.write({ ref, sha });
    return 'updated';
  });
}

/** Deletes a ref. */
export function deleteRef(options: {
  core: Core;
  ref: string;
}): Promise<DeleteRefOutcome> {
  const { core, ref } = options;
  return core.mutex.run(async () => {
    if (!(await core.refs.read(ref))) {
      return 'missing';
    }
    await core.refs.remove(ref);
    return 'deleted';
  });
}
