import { Core } from '../Core';
import { isAncestor } from '../history/isAncestor';
import { Ref, RefChange } from '../types';

/** Adds to a change of a ref whether it is forced: what the old SHA names is not in the history of the new one. */
export async function toRefChange(options: {
  core: Core;
  ref: string;
  before: string | undefined;
  after: string | undefined;
}): Promise<RefChange> {
  const { core, ref, before, after } = options;
  const { objects } = core;
  const isMove = before && after && before !== after;
  const forced =
    !!isMove &&
    (ref.startsWith('refs/tags/') ||
      !(await isAncestor({ objects, ancestor: before, of: after })));
  return { ref, before, after, forced };
}

/** What has changed between two lists of refs, by name. */
export async function refChanges(options: {
  core: Core;
  before: Ref[];
  after: Ref[];
}): Promise<RefChange[]> {
  const { core } = options;
  const before = new Map(options.before.map(({ ref, sha }) => [ref, sha]));
  const after = new Map(options.after.map(({ ref, sha }) => [ref, sha]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes: RefChange[] = [];
  for (const ref of names) {
    const change = { ref, before: before.get(ref), after: after.get(ref) };
    if (change.before !== change.after) {
      changes.push(await toRefChange({ core, ...change }));
    }
  }
  return changes;
}
