import type { Route } from '../../http/Route';
import { communityProfile } from './communityProfile';
import { contributorsRoute } from './contributors';
import { deleteRepository } from './deleteRepository';
import { getRepository } from './getRepository';
import { languagesRoute } from './languagesRoute';
import { topicRoutes } from './topics';
import { transferRepository } from './transferRepository';
import { updateRepository } from './updateRepository';

/** One repository as such. */
export const settingRoutes: Route[] = [
  getRepository,
  updateRepository,
  deleteRepository,
  transferRepository,
  ...topicRoutes,
  languagesRoute,
  contributorsRoute,
  communityProfile,
];
