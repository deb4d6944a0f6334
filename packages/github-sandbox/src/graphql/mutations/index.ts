import type { Resolvers } from '../resolvers/Resolvers';
import { createCommitOnBranch } from './createCommitOnBranch';
import { issueMutations } from './issues';
import { pullMutations } from './pulls';
import { reactionMutations } from './reactions';
import { refMutations } from './refs';
import { reviewMutations } from './reviews';
import { starMutations } from './stars';

/** The mutations that the sandbox covers. https://docs.github.com/graphql/reference/mutations */
export const mutations: Resolvers<unknown> = {
  createCommitOnBranch,
  ...refMutations,
  ...pullMutations,
  ...reviewMutations,
  ...issueMutations,
  ...reactionMutations,
  ...starMutations,
};
