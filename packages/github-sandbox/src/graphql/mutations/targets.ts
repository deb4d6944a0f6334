import type { Issue, Label, Repository, User } from '../../core/state';
import { isPullRequest } from '../../pulls/PullRequest';
import type { PullRequest } from '../../pulls/PullRequest';
import type { GraphqlContext } from '../GraphqlContext';
import { findNode } from '../ids/findNode';
import { Problem } from '../Problem';
import { repositoryById } from '../resolvers/shared/repositoryById';
import type { MutationCall } from './mutation';

/** Finds the object of an input's id, and throws what GitHub says where it is not there or of another type. */
export function nodeOf(options: {
  id: string;
  types: string[];
  context: GraphqlContext;
}): Record<string, any> {
  const { id, types, context } = options;
  const node = findNode({ id, context });
  if (!node || !types.includes(node.__typename)) {
    throw new Problem({
      type: 'NOT_FOUND',
      message: `Could not resolve to ${
        /^[AEIOU]/.test(types[0]) ? 'an' : 'a'
      } ${types[0]} node with the global id of '${id}'.`,
    });
  }
  return node;
}

/** The repository of an input. */
export function repositoryTarget(options: {
  call: MutationCall;
  id: string;
}): Repository {
  const { call, id } = options;
  const { context } = call;
  return nodeOf({ id, types: ['Repository'], context }).repository;
}

/** The issue (with `pulls`: or pull request) of an input, with its repository. */
export function issueTarget(options: {
  call: MutationCall;
  id: string;
  pulls?: boolean;
}): { issue: Issue; repository: Repository } {
  const { call, id, pulls } = options;
  const { context } = call;
  const types = ['Issue', ...(pulls ? ['PullRequest'] : [])];
  const { issue } = nodeOf({ id, types, context });
  return {
    issue,
    repository: repositoryById({ id: issue.repositoryId, context }),
  };
}

/** The pull request of an input, with its repository. */
export function pullTarget(options: { call: MutationCall; id: string }): {
  issue: PullRequest;
  repository: Repository;
} {
  const { call, id } = options;
  const { context } = call;
  const { issue } = nodeOf({ id, types: ['PullRequest'], context });
  if (!isPullRequest(issue)) throw new Error('Not a pull request');
  return {
    issue,
    repository: repositoryById({ id: issue.repositoryId, context }),
  };
}

/** The names of the labels of an input. */
export function labelNames(options: {
  call: MutationCall;
  ids: string[];
}): string[] {
  const { context } = options.call;
  return options.ids.map(
    id => (nodeOf({ id, types: ['Label'], context }).label as Label).name,
  );
}

/** The logins of the people of an input. */
export function userLogins(options: {
  call: MutationCall;
  ids: string[];
}): string[] {
  const { context } = options.call;
  return options.ids.map(
    id =>
      (nodeOf({ id, types: ['User', 'Bot'], context }).account as User).login,
  );
}
