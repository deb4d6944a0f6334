import type { Route } from '../../http/Route';
import { blobRoutes } from './blobs';
import { changeRefRoutes } from './changeRefs';
import { gitCommitRoutes } from './commits';
import { readRefRoutes } from './readRefs';
import { gitTagRoutes } from './tags';
import { treeRoutes } from './trees';

/** GitHub's Git database. */
export const gitDataRoutes: Route[] = [
  ...blobRoutes,
  ...treeRoutes,
  ...gitCommitRoutes,
  ...readRefRoutes,
  ...changeRefRoutes,
  ...gitTagRoutes,
];
