import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import type { PullRequest } from '../PullRequest';

/** `pull-request-minimal`: a pull request as checks and workflow runs name it. */
export function presentPullMinimal(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: PullRequest;
}) {
  const { sandbox, urls, repository, issue } = options;
  const { pull } = issue;
  const { api } = repositoryAddress(options);
  const short = (one: Repository) => ({
    id: one.id,
    url: repositoryAddress({ sandbox, urls, repository: one }).api,
    name: one.name,
  });
  const headRepository =
    (pull.head.repositoryId !== null &&
      sandbox.state.repositories.get(pull.head.repositoryId)) ||
    repository;
  return {
    url: `${api}/pulls/${issue.number}`,
    id: pull.id,
    number: issue.number,
    head: {
      ref: pull.head.ref,
      sha: pull.head.sha,
      repo: short(headRepository),
    },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo: short(repository) },
  };
}
