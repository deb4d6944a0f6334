import type { Repository } from '../../../core/state';
import type { ObjectType } from '../../../git';
import { source } from '../../sources/source';

/** A git object as a parent for resolvers. */
export function gitObject(options: {
  repository: Repository;
  sha: string;
  type: ObjectType;
}) {
  const { repository, sha, type } = options;
  return source[type](repository, sha);
}
