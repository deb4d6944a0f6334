import { Core } from '../Core';
import { peel } from '../objects/peel';
import { Ref } from '../types';

/** All refs whose full name starts with `prefix`, by name, annotated tags with what is behind them. */
export async function listRefs(options: {
  core: Core;
  prefix?: string;
}): Promise<Ref[]> {
  const { objects, refs } = options.core;
  const listed: Ref[] = [];
  for (const { ref, sha, peeled } of await refs.list(options.prefix)) {
    const known = peeled ?? (await peel({ objects, sha }))?.sha;
    listed.push(
      known && known !== sha ? { ref, sha, peeled: known } : { ref, sha },
    );
  }
  return listed;
}
