import type { Route } from '../../http/Route';
import { getBranch } from './getBranch';
import { listBranches } from './listBranches';
import { listTags } from './listTags';
import { mergeBranch } from './mergeBranch';
import { mergeUpstream } from './mergeUpstream';
import { renameBranch } from './renameBranch';

/** Branches and tags. */
export const branchRoutes: Route[] = [
  listBranches,
  getBranch,
  renameBranch,
  mergeBranch,
  mergeUpstream,
  listTags,
];
