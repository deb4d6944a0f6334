import { Core } from '../Core';
import { parseCommit } from '../objects/commit';
import { findEntry } from '../trees/findEntry';
import { peel } from '../objects/peel';
import { ObjectType, ResolvedObject } from '../types';
import { resolveName } from './resolveName';

const STEP = /(?:~\d*|\^\d*|\^\{(?:commit|tree|blob|tag|)\})$/;

/** Finds the object that an expression stands for (see `GitRepository`). */
export async function resolve(options: {
  core: Core;
  expression: string;
  type?: ObjectType;
}): Promise<ResolvedObject | undefined> {
  const { core, expression, type } = options;
  const colon = expression.indexOf(':');
  const sha =
    colon === -1
      ? await resolveSteps(core, expression)
      : await resolvePath(
          core,
          expression.slice(0, colon),
          expression.slice(colon + 1),
        );
  if (!sha) {
    return undefined;
  }
  if (type) {
    return peel({ objects: core.objects, sha, type });
  }
  const header = await core.objects.readHeader(sha);
  return header && { sha, type: header.type };
}

async function resolvePath(
  core: Core,
  name: string,
  path: string,
): Promise<string | undefined> {
  const { objects } = core;
  const sha = await resolveSteps(core, name || 'HEAD');
  const tree = sha && (await peel({ objects, sha, type: 'tree' }));
  if (!tree) {
    return undefined;
  }
  const trimmed = path.replace(/\/+$/, '');
  if (!trimmed) {
    return tree.sha;
  }
  return (await findEntry({ objects, tree: tree.sha, path: trimmed }))?.sha;
}

// `main~2^2` is a name and the steps from it.
async function resolveSteps(
  core: Core,
  expression: string,
): Promise<string | undefined> {
  const step = STEP.exec(expression)?.[0];
  if (!step) {
    return resolveName({ core, name: expression });
  }
  const sha = await resolveSteps(core, expression.slice(0, -step.length));
  if (!sha) {
    return undefined;
  }
  if (step.startsWith('^{')) {
    const type = (step.slice(2, -1) || undefined) as ObjectType | undefined;
    return (await peel({ objects: core.objects, sha, type }))?.sha;
  }
  const count = step.length > 1 ? Number(step.slice(1)) : 1;
  return step.startsWith('~')
    ? ancestor(core, sha, count)
    : parent(core, sha, count);
}

async function ancestor(
  core: Core,
  sha: string,
  count: number,
): Promise<string | undefined> {
  let current: string | undefined = sha;
  for (let step = 0; step < count && current; step += 1) {
    current = await parent(core, current, 1);
  }
  return count === 0 ? parent(core, sha, 0) : current;
}

async function parent(
  core: Core,
  name: string,
  number: number,
): Promise<string | undefined> {
  const { objects } = core;
  const sha = (await peel({ objects, sha: name, type: 'commit' }))?.sha;
  const data = sha && (await objects.readTyped({ sha, type: 'commit' }));
  if (!data || number === 0) {
    return data ? sha : undefined;
  }
  return parseCommit({ sha, data }).parents[number - 1];
}
