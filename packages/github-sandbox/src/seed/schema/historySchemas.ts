import { mergedPullRequestSchema } from './conversationSchemas';
import {
  count,
  daysAgo,
  filledText,
  listOf,
  login,
  mapOf,
  objectOf,
  replacements,
  textOrNull,
} from './parts';

const files = mapOf(textOrNull);
const commit = {
  message: filledText,
  author: login,
  daysAgo,
  files,
  tag: filledText,
};
const required = ['message', 'author', 'daysAgo'];

export const historySchema = {
  ...listOf(
    objectOf({
      keys: {
        ...commit,
        paths: listOf(filledText),
        earlier: mapOf(replacements),
        pullRequest: mergedPullRequestSchema,
      },
      required,
    }),
  ),
  minItems: 1,
};

export const branchesSchema = listOf(
  objectOf({
    keys: {
      name: filledText,
      from: filledText,
      behind: count,
      commits: listOf(
        objectOf({ keys: { ...commit, edits: mapOf(replacements) }, required }),
      ),
    },
    required: ['name'],
  }),
);
