import { ObjectStore } from '../objects/ObjectStore';
import { walk } from './walk';

/** Whether the commit `ancestor` is `of` or in its history. */
export async function isAncestor(options: {
  objects: ObjectStore;
  ancestor: string;
  of: string;
}): Promise<boolean> {
  const { objects, ancestor, of } = options;
  for await (const commit of walk({ objects, from: of })) {
    if (commit.sha === ancestor) {
      return true;
    }
  }
  return false;
}
